/** Rows a block: 32 words of a bitmap. */
export const BLOCK_ROWS = 1024

/** When rows changed last, told in blocks: a run goes through them in order, so few blocks change between two looks. */
export class Changes {
  /** Grows with every change: what was derived at one version holds while it stays. */
  version = 0
  private readonly versions: Uint32Array

  constructor(rows: number) {
    this.versions = new Uint32Array(Math.ceil(rows / BLOCK_ROWS))
  }

  touch(row: number): void {
    this.versions[Math.floor(row / BLOCK_ROWS)] = ++this.version
  }

  touchAll(): void {
    this.versions.fill(++this.version)
  }

  /** The blocks with a row that changed after `version`, ascending. */
  *since(version: number): Generator<number, void> {
    for (const [block, changed] of this.versions.entries()) if (changed > version) yield block
  }
}
