/** What the file chooser offers; dropping takes anything and tells when it is no table. */
export const ACCEPTED_FILES = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain'
