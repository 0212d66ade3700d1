const SHEET = /<(?:\w+:)?sheet\b[^>]*>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The names of a workbook's sheets, in order, from its `workbook.xml`. */
export function sheetNames(workbookXml: string): string[] {
  return (workbookXml.match(SHEET) ?? []).map((element) => {
    const [, , name = ''] = /\sname=(["'])(.*?)\1/s.exec(element) ?? []
    return name.replace(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
      (found, hex?: string, decimal?: string, word?: string) => {
        if (word !== undefined) return ENTITIES[word] ?? found
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0x10ffff ? found : String.fromCodePoint(code)
      },
    )
  })
}
