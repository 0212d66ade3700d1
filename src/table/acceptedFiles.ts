/** What the file chooser offers; dropping takes anything and tells when it is no table. */
export const ACCEPTED_FILES = [
  ...'.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.xlsx,.xlsm,.gz,.zip'.split(','),
  ...'text/csv,text/tab-separated-values,text/plain,application/json,application/zip,application/gzip'.split(
    ',',
  ),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',')
