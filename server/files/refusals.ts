// Every refusal the file border can give, with the details its text may use. Texts live in the language files under
// the same id. `fileName` is added to every one of them by the function that knows it.

/** Of files that come in parts: about how many there are, not about what is in them. */
export const uploadRefusals = {
  UploadDamaged: ['fileName'],
  UploadsBusy: ['seconds'],
  TooManyUploads: ['most'],
  TooManyFiles: ['most'],
  UploadIncomplete: ['count'],
} as const

export const fileRefusals = {
  FileEmpty: [],
  FileTooLarge: ['limitMegabytes'],
  FileTypeNotAllowed: ['found', 'allowed'],
  FileExtensionDisagrees: ['extension', 'found'],
  FileDamaged: ['part'],
  ImageDamaged: [],
  ArchiveTooManyEntries: ['limit'],
  ArchiveUnpacksTooLarge: ['limitMegabytes'],
  ArchiveEntryTooLarge: ['entry', 'limitMegabytes'],
  ArchiveRatioTooHigh: ['entry', 'limit'],
  ArchiveNested: ['entry'],
  ArchivePathUnsafe: ['entry'],
  ArchiveHasLink: ['entry'],
  ArchiveNameTwice: ['entry'],
  ArchiveEncrypted: ['entry'],
  XmlDoctypeFound: ['entry'],
  SpreadsheetOldExcel: [],
  SpreadsheetProtected: [],
  SpreadsheetIsWord: [],
  SpreadsheetIsPdf: [],
  SpreadsheetIsImage: [],
  SpreadsheetIsWebPage: [],
  SpreadsheetOtherKind: ['found'],
  SpreadsheetHasNoCells: [],
  SpreadsheetTooManySheets: ['limit'],
  SpreadsheetTooManyRows: ['sheet', 'limit'],
  SpreadsheetTooManyColumns: ['sheet', 'row', 'limit'],
  SpreadsheetTooManyCells: ['limit'],
  SpreadsheetTooMuchText: ['limit'],
  SpreadsheetTooManyStyles: ['limit'],
  SpreadsheetTooSlow: ['seconds'],
  SpreadsheetTooHeavy: [],
  CsvEncodingUnknown: [],
  CsvQuoteWrong: ['row'],
} as const

export type FileRefusalId = keyof typeof fileRefusals

export type RefusalDetails = Readonly<Record<string, string | number>>

export type FileRefusal = { readonly id: FileRefusalId; readonly details: RefusalDetails }

type DetailsOf<Id extends FileRefusalId> = Record<
  (typeof fileRefusals)[Id][number],
  string | number
>

/** Builds a refusal; the compiler asks for exactly the details its text may name. */
export function refuseFile<Id extends FileRefusalId>(id: Id, details: DetailsOf<Id>): FileRefusal {
  return { id, details: { ...details } }
}

/** Carries a refusal up out of a streaming parser; never crosses the border of server/files. */
export class StoppedByRefusal extends Error {
  readonly refusal: FileRefusal
  constructor(refusal: FileRefusal) {
    super(refusal.id)
    this.name = 'StoppedByRefusal'
    this.refusal = refusal
  }
}

/** Leaves a streaming parser with a refusal. */
export function stopWith<Id extends FileRefusalId>(id: Id, details: DetailsOf<Id>): never {
  throw new StoppedByRefusal(refuseFile(id, details))
}

/** Cell problems make the cell unusable (its kind becomes `error` with this code); notices only ask a person to look. */
export const cellProblems = ['TextHasNul', 'TextHasBrokenCharacter', 'TextTooLong'] as const
export const cellNotices = [
  'TextHasHiddenCharacter',
  'TextHasControlCharacter',
  'NumberLostDigits',
  'RowLongerThanOthers',
] as const

export type CellProblemId = (typeof cellProblems)[number]
export type CellNoticeId = (typeof cellNotices)[number]

/** Troubles of the file store: the world, not the rules, says no. */
export const fileTroubles = [
  'FileAltered',
  'FileMissing',
  'FileKeyWrong',
  'FileDiskFull',
  'FileDiskFailed',
] as const
export type FileTroubleId = (typeof fileTroubles)[number]
