import { OPENED_KINDS } from '../domain/fileFormats.ts'

/** What the file chooser offers; dropping takes anything and tells when it is no table. */
export const ACCEPTED_FILES = OPENED_KINDS.join(',')
