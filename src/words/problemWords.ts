import type { ErrorCode } from '../domain/errors.ts'

/** What a person reads: what happened, what was kept, what to do next, and whether trying again can help. */
export interface ProblemWords {
  happened: string
  kept: string
  next: string
  canRetry: boolean
}

const WORDS: Readonly<Record<ErrorCode, ProblemWords>> = {
  aborted: {
    happened: 'Stopped.',
    kept: 'Everything done so far is kept.',
    next: 'Choose Classify to continue.',
    canRetry: false,
  },
  'file-unreadable': {
    happened: 'The browser could not read this file.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'It may have been moved, changed or still be open in another program. Choose it again.',
    canRetry: false,
  },
  'not-a-table': {
    happened: 'This does not look like a table of reviews.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'Undertone reads CSV and TSV, Excel workbooks (.xlsx), JSON, JSON Lines, Parquet and plain text with one review a line, also inside .zip or .gz. From another program, save as CSV.',
    canRetry: false,
  },
  'no-rows': {
    happened: 'There are no rows in this file.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'The first line is read as column names; rows of reviews must follow it.',
    canRetry: false,
  },
  'no-text-column': {
    happened: 'No column of this file holds text.',
    kept: 'The file is open and its columns are listed.',
    next: 'Choose the column to read yourself, or open another file.',
    canRetry: false,
  },
  'headers-differ': {
    happened: 'These files do not have the same columns.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'Files opened together need equal column names, in any order. Open them one by one instead.',
    canRetry: false,
  },
  'too-large': {
    happened: 'This file is too large to be unpacked or read in the browser.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'Archives may unpack to 2 GB; Excel workbooks may have 200 MB and 150 MB of texts. Unpack it yourself, or save the sheet as CSV, which may be of any size.',
    canRetry: false,
  },
  'reader-missing': {
    happened: 'The part of the page that reads this kind of file could not be fetched.',
    kept: 'Nothing was changed; a file that was open before stays open.',
    next: 'Check the connection and choose the file again. CSV, text and JSON can be read without it.',
    canRetry: true,
  },
  'view-missing': {
    happened: 'This part of the page could not be fetched.',
    kept: 'What you typed or opened is kept.',
    next: 'Check the connection and try again. If it stays so, reload the page: this site may have been updated since you opened it.',
    canRetry: true,
  },
  'model-missing': {
    happened: 'The model could not be fetched.',
    kept: 'What you typed or opened is kept.',
    next: 'Check the connection and try again. If it stays so, this copy of Undertone is incomplete: the folder “models” is missing on its host.',
    canRetry: true,
  },
  'other-model': {
    happened: 'These rows were answered by another model.',
    kept: 'Its answers are kept as they are.',
    next: 'Classify again with the model that is in use now, which forgets the other one’s answers, or choose the other one again.',
    canRetry: false,
  },
  'model-corrupt': {
    happened: 'The model arrived damaged: its checksum is not the one it was published with.',
    kept: 'What you typed or opened is kept; the damaged copy was thrown away.',
    next: 'Try again to fetch it anew. If it stays so, the copy on this host is damaged.',
    canRetry: true,
  },
  'model-disagrees': {
    happened: 'On this device the model does not reproduce its reference answers, so none are shown.',
    kept: 'What you typed or opened is kept.',
    next: 'Update the browser or try another one. Undertone would rather show nothing than a wrong label.',
    canRetry: true,
  },
  'model-unsupported': {
    happened: 'This model cannot be used here.',
    kept: 'Nothing was changed; the model that was in use stays in use.',
    next: 'Undertone runs text classifiers in ONNX form: a folder with config.json, tokenizer.json and the weights as an .onnx file.',
    canRetry: false,
  },
  'labels-unknown': {
    happened: 'This model names its labels in its own words.',
    kept: 'What you typed or opened is kept.',
    next: 'Open Model details and say which of them mean negative, neutral and positive.',
    canRetry: false,
  },
  'config-wrong': {
    happened: 'This copy of Undertone is set up wrongly: its config.json cannot be used.',
    kept: 'What you typed or opened is kept.',
    next: 'Whoever runs this site can correct it. The message below says what is wrong.',
    canRetry: true,
  },
  'gpu-missing': {
    happened: 'This browser offers no graphics card to the page.',
    kept: 'Nothing is lost; the model runs on WebAssembly.',
    next: 'WebGPU may be switched off in the browser’s settings, or the card is on its list of unreliable ones.',
    canRetry: false,
  },
  'gpu-lost': {
    happened: 'The graphics card stopped answering.',
    kept: 'Every row classified so far is kept; the model goes on with WebAssembly.',
    next: 'Nothing needs to be done. Model details offers the graphics card again.',
    canRetry: true,
  },
  'worker-crashed': {
    happened: 'The part that runs the model stopped several times in a row.',
    kept: 'Every row classified so far is kept.',
    next: 'Try again to continue where it stopped. Closing other tabs can help.',
    canRetry: true,
  },
  'table-lost': {
    happened: 'The part of the page that holds your file stopped.',
    kept: 'The file itself is untouched; answers that were not downloaded are lost.',
    next: 'Open the file again. Closing other tabs helps when memory is short.',
    canRetry: false,
  },
  'out-of-memory': {
    happened: 'The browser ran out of memory.',
    kept: 'Every row classified so far is kept.',
    next: 'Close other tabs, then try again to continue where it stopped.',
    canRetry: true,
  },
  'storage-refused': {
    happened: 'The browser refused to store the model.',
    kept: 'Everything works; only the next visit has to fetch the model again.',
    next: 'Leave private browsing or free some space if you want it kept.',
    canRetry: false,
  },
  'disk-full': {
    happened: 'There is not enough room to save this file.',
    kept: 'Nothing was written; all rows, answers and corrections are still here.',
    next: 'Free some space or choose another place, then choose Download CSV again.',
    canRetry: false,
  },
  'not-writable': {
    happened: 'The file could not be written where you chose to save it.',
    kept: 'Nothing was written; all rows, answers and corrections are still here.',
    next: 'It may be write-protected, open in another program, or the permission was withdrawn. Choose Download CSV again and another name or folder.',
    canRetry: false,
  },
  internal: {
    happened: 'Something went wrong inside Undertone.',
    kept: 'Every row classified so far is kept.',
    next: 'Try again. If it happens again, please report it with the message below.',
    canRetry: true,
  },
}

/** What to say of a problem of this code. */
export function problemWords(code: ErrorCode): ProblemWords {
  return WORDS[code]
}
