// A form that another tool has written, as an instrument of ours; what our model cannot say is refused by name and place.
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { showCell, type Table } from '../../kit/table.ts'
import { refuseBrokenScale } from '../check-scale.ts'
import { instrument, type Instrument } from '../instrument.ts'
import { readChoices } from './read-choices.ts'
import { takeOwnSheet } from './own-sheet.ts'
import { languageOf, readRows, type FormRow } from './read-rows.ts'
import { readSurvey } from './read-survey.ts'
import { FaultList, type XlsformFault, type XlsformLeftOut } from './xlsform-fault.ts'

export interface XlsformReading {
  /** null while anything is refused. */
  readonly instrument: Instrument | null
  /** All at once, in the order of the file. */
  readonly faults: readonly XlsformFault[]
  /** What asks nothing of anybody and is left out. */
  readonly leftOut: readonly XlsformLeftOut[]
}

const settingsColumns = {
  taken: ['form_title', 'title', 'form_id', 'id_string', 'version', 'default_language'],
  worded: [],
  refused: [],
}
const ownSheet = 'kiteline'
const refusedSheets = ['external_choices', 'entities', 'osm']

export function readXlsform(tables: readonly Table[], fileStem: string): XlsformReading {
  const faults = new FaultList()
  const find = (name: string) => tables.find((table) => table.name.trim().toLowerCase() === name)
  const survey = find('survey')
  for (const { name, rows } of tables) {
    const known = ['survey', 'choices', 'settings', ownSheet].includes(name.trim().toLowerCase())
    if (known || rows.length === 0) continue
    if (refusedSheets.includes(name.trim().toLowerCase()))
      faults.refuse('sheetNotTaken', name, 1, name)
    else faults.leave(name, 1, name)
  }
  if (survey === undefined) {
    faults.refuse('sheetMissing', 'survey', 1, 'survey')
    return { instrument: null, faults: faults.faults, leftOut: faults.leftOut }
  }
  refuseMissingColumns(survey, ['type', 'name'], faults)
  const settings = readSettings(find('settings'), faults)
  const plain = languageOf(settings('default_language'))
  const lists = readChoices(find('choices'), plain, faults)
  const read = readSurvey(survey, lists, plain, faults)
  if (read.items.length === 0 && faults.faults.length === 0)
    faults.refuse('questionsMissing', survey.name, 1, survey.name)
  const title = firstWords(settings('form_title'), settings('title'), settings('form_id'), fileStem)
  const made = instrument.read(
    fieldsAsJson({
      code: codeOf(firstWords(settings('form_id'), settings('id_string'), fileStem)),
      version: firstWords(settings('version'), '1').slice(0, 40),
      title: /\p{Script=Han}/u.test(title) ? { 'zh-CN': title } : { en: title },
      respondent: 'any',
      target: 'self',
      licence: { status: 'permissionNeeded' },
      provenance: {},
      validation: { status: 'notValidated' },
      responseSets: read.sets,
      sections: read.sections,
      items: read.items,
      closing: read.closing,
      subscales: read.subscales,
    }),
  )
  const whole = takeOwnSheet(find(ownSheet), made)
  const broken = faults.faults.length > 0 ? null : refuseBrokenScale(whole)
  if (broken !== null)
    faults.refuse('valueNotRead', survey.name, 1, String(broken.details['part'] ?? broken.id))
  return {
    instrument: faults.faults.length === 0 ? whole : null,
    faults: inOrder(faults.faults, tables),
    leftOut: faults.leftOut,
  }
}

function inOrder(
  faults: readonly XlsformFault[],
  tables: readonly Table[],
): readonly XlsformFault[] {
  const placeOf = (sheet: string) => tables.findIndex(({ name }) => name === sheet)
  return faults.toSorted(
    (left, right) => placeOf(left.sheet) - placeOf(right.sheet) || left.row - right.row,
  )
}

function refuseMissingColumns(table: Table, wanted: readonly string[], faults: FaultList): void {
  const present = (table.rows[0] ?? []).map((cell) => showCell(cell).toLowerCase())
  for (const column of wanted)
    if (!present.includes(column)) faults.refuse('columnMissing', table.name, 1, column)
}

function readSettings(table: Table | undefined, faults: FaultList): (column: string) => string {
  const [row]: readonly (FormRow | undefined)[] =
    table === undefined ? [] : readRows(table, settingsColumns, null, faults)
  return (column) => row?.text(column) ?? ''
}

function firstWords(...texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '')?.trim() ?? ''
}

/** Small letters, digits and hyphens, as our codes are. */
function codeOf(name: string): string {
  const code = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return code.length >= 2 ? code : 'form'
}
