/** How a column writes its days. Where two formats read every value of a column, the earlier one is assumed. */
export const DATE_FORMATS = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'dd/MM/yy',
  'MM/dd/yy',
  'dd.MM.yy',
  'd MMM yyyy',
  'MMM d, yyyy',
  'MM dd, yyyy',
  'Unix milliseconds',
  'Unix seconds',
] as const

export type DateFormat = (typeof DATE_FORMATS)[number]
