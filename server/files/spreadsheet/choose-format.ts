// A register that is not a spreadsheet gets the one sentence that helps: what it is, and what to save it as.

import { type FileRefusal, refuseFile } from '../refusals.ts'
import { type FileType, recogniseType } from '../store/recognise-type.ts'

/** The format to read it as, or why it cannot be read. The extension must agree with the bytes. */
export async function chooseFormat(
  bytes: Uint8Array,
  fileName: string,
): Promise<'xlsx' | 'csv' | FileRefusal> {
  const type = await recogniseType(bytes)
  const extension = /\.([^.\\/]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (type === 'xlsx' && extension === 'xlsx') return 'xlsx'
  const isText = ['csv', 'txt', 'tsv'].includes(extension)
  if (type === 'text' && isText) return 'csv'
  if (type === 'unknown' && isText) return refuseFile('CsvEncodingUnknown', {})
  if (type === 'xlsx' || type === 'text') {
    const found = type === 'xlsx' ? 'xlsx' : 'csv'
    return refuseFile('FileExtensionDisagrees', { extension, found })
  }
  // A zip that cannot be listed but is named as a workbook is a workbook cut off on its way.
  if (type === 'zip' && extension === 'xlsx') return refuseFile('FileDamaged', { part: 'zip' })
  return refuseType(type)
}

function refuseType(type: FileType): FileRefusal {
  switch (type) {
    case 'excel97':
      return refuseFile('SpreadsheetOldExcel', {})
    case 'oleEncrypted':
      return refuseFile('SpreadsheetProtected', {})
    case 'docx':
    case 'docm':
    case 'word97':
      return refuseFile('SpreadsheetIsWord', {})
    case 'pdf':
      return refuseFile('SpreadsheetIsPdf', {})
    case 'png':
    case 'jpeg':
    case 'webp':
    case 'gif':
    case 'bmp':
    case 'tiff':
    case 'heic':
      return refuseFile('SpreadsheetIsImage', {})
    case 'html':
    case 'xml':
      return refuseFile('SpreadsheetIsWebPage', {})
    default:
      return refuseFile('SpreadsheetOtherKind', { found: type })
  }
}
