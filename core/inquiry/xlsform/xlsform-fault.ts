/** What of a form is refused, by its name and its place, so that its author finds it. */
export interface XlsformFault {
  readonly id: XlsformFaultId
  readonly sheet: string
  /** As the spreadsheet counts it: the first row is 1. */
  readonly row: number
  /** The word that is refused, as it stands in the file. */
  readonly name: string
}

export const xlsformFaultIds = [
  'sheetMissing',
  'sheetNotTaken',
  'columnMissing',
  'columnNotTaken',
  'languageUnknown',
  'questionsMissing',
  'typeNotTaken',
  'appearanceNotTaken',
  'nameMissing',
  'nameNotUsable',
  'nameTwice',
  'labelMissing',
  'labelTakesAnswer',
  'listMissing',
  'listTooShort',
  'listTooLong',
  'choiceNotTaken',
  'groupNotOpened',
  'groupNotClosed',
  'expressionNotRead',
  'expressionNotTaken',
  'calculationNotTaken',
  'valueNotRead',
  'tooMuch',
] as const
export type XlsformFaultId = (typeof xlsformFaultIds)[number]

/** What asks nothing of anybody and is left out: said, not refused. */
export interface XlsformLeftOut {
  readonly sheet: string
  readonly row: number
  readonly name: string
}

export class FaultList {
  readonly faults: XlsformFault[] = []
  readonly leftOut: XlsformLeftOut[] = []

  refuse(id: XlsformFaultId, sheet: string, row: number, name: string): void {
    this.faults.push({ id, sheet, row, name: name.slice(0, 120) })
  }

  leave(sheet: string, row: number, name: string): void {
    this.leftOut.push({ sheet, row, name: name.slice(0, 120) })
  }
}
