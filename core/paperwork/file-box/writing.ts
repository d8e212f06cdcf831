import type { Translate } from '../../evaluation/write-numbers.ts'
import type { Block, BoxFile, Mark, Paper, PaperColumn } from './file-box.ts'
import type { FileBoxInput } from './file-box-input.ts'
import { hideMarks, type Hide } from './hide-marks.ts'
import { listMarks } from './list-marks.ts'
import { namePeople, type NamedPeople } from './name-people.ts'

/** What every part is written with. */
export interface Writing {
  readonly input: FileBoxInput
  readonly people: NamedPeople
  readonly marks: readonly Mark[]
  /** For whatever a person typed about the group. */
  readonly hide: Hide
  /** For plans: a story in a programme has its own 小明, who is nobody of the group. */
  readonly hideInPlan: Hide
  /** Words of the box itself. */
  readonly say: Translate
  /** Words that the rooms have already, with their namespace. */
  readonly translate: Translate
  readonly isOutside: boolean
}

export function prepareWriting(input: FileBoxInput): Writing {
  const { translate } = input.wording
  const say: Translate = (key, values) => translate(`paperwork:fileBox.${key}`, values)
  const people = namePeople(input)
  const isOutside = input.audience === 'outside'
  const someone = say('mark.someone')
  const marks = listMarks(input, {
    // An outside reader must not find one person again from text to text.
    labelOf: (id) => (isOutside ? someone : say('mark.person', { label: people.labelOf(id) })),
    someone,
    day: say('mark.day'),
    place: say('mark.place'),
    school: say('mark.school'),
    number: say('mark.number'),
  })
  const hide = hideMarks(marks, say('mark.number'))
  const recorded = marks.filter(({ kind }) => kind !== 'guess')
  const hideInPlan = hideMarks(recorded, say('mark.number'))
  return { input, people, marks, hide, hideInPlan, say, translate, isOutside }
}

/** Columns by the keys of their headings; the number is the width compared with the others. */
export function columnsOf(
  { say }: Pick<Writing, 'say'>,
  columns: readonly (readonly [key: string, share: number])[],
): readonly PaperColumn[] {
  return columns.map(([key, share]) => ({ label: say(`column.${key}`), share }))
}

export function heading(text: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text }
}

export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', text: line }))
}

/** A heading with what stands under it; nothing when there is nothing. */
export function under(title: string, blocks: readonly Block[], level: 1 | 2 = 1): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(title, level), ...blocks]
}

export function listBlock(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

export function factsBlock(rows: readonly (readonly [string, string])[]): Block {
  return { kind: 'facts', rows: rows.filter(([, value]) => value !== '') }
}

export function tableBlock(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }]
}

export function wordFile(stem: string, paper: Paper): BoxFile {
  return { path: `${stem}.docx`, content: { type: 'word', paper } }
}
