// An instrument as a form that other tools take in: survey, choices, settings, and a sheet of our own beside them.
import { scalesOf } from '../check-scale.ts'
import type { Instrument } from '../instrument.ts'
import { limitsOf } from '../read-limits.ts'
import { widestNumber, type Item, type ItemSection, type Note, type ResponseSet } from '../item.ts'
import type { Subscale } from '../scale.ts'
import { readWords, type Words } from '../words.ts'
import { optionName } from './option-name.ts'
import { writeOwnSheet } from './own-sheet.ts'
import { writeCondition } from './write-expression.ts'

export interface WrittenSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const zh = 'Chinese (zh)'
const en = 'English (en)'
const heads = [
  'type',
  'name',
  `label::${zh}`,
  `label::${en}`,
  `hint::${zh}`,
  `hint::${en}`,
  'required',
  'relevant',
  'constraint',
  `constraint_message::${zh}`,
  `constraint_message::${en}`,
  'appearance',
  'calculation',
] as const

type Row = Partial<Record<(typeof heads)[number], string>>

export function writeXlsform(shown: Instrument): readonly WrittenSheet[] {
  const survey = surveyRows(shown).map((row) => heads.map((head) => row[head] ?? ''))
  const used = shown.responseSets.filter(({ id }) =>
    shown.items.some(({ response }) => 'set' in response && response.set === id),
  )
  return [
    { name: 'survey', rows: [heads, ...survey] },
    {
      name: 'choices',
      rows: [['list_name', 'name', `label::${zh}`, `label::${en}`], ...used.flatMap(choiceRows)],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id', 'version', 'default_language'],
        [readWords(shown.title, 'zh-CN'), shown.code, shown.version, zh],
      ],
    },
    { name: 'kiteline', rows: writeOwnSheet(shown) },
  ]
}

function surveyRows(shown: Instrument): readonly Row[] {
  const rows: Row[] = []
  let open: readonly string[] = []
  const move = (to: readonly string[]) => {
    const kept = open.filter((id, index) => to[index] === id)
    for (const id of open.slice(kept.length).toReversed())
      rows.push({ type: 'end_group', name: id })
    for (const id of to.slice(kept.length)) rows.push(groupRow(shown, id))
    open = to
  }
  for (const item of shown.items) {
    move(pathTo(shown.sections, item.section))
    rows.push(...item.notes.map((note) => noteRow(shown, note)), itemRow(shown, item))
  }
  move([])
  rows.push(...shown.closing.map((note) => noteRow(shown, note)))
  rows.push(...scalesOf(shown).flatMap((part) => scaleRow(shown, part)))
  return rows
}

function pathTo(sections: readonly ItemSection[], sectionId: string | null): readonly string[] {
  const its = sections.find(({ id }) => id === sectionId)
  return its === undefined ? [] : [...pathTo(sections, its.within), its.id]
}

function relevant(shown: Instrument, { showIf }: Pick<Item, 'showIf'>): Row {
  return showIf === null ? {} : { relevant: writeCondition(showIf, shown, null) }
}

function labelled(words: Words): Row {
  return { [`label::${zh}` as const]: words['zh-CN'], [`label::${en}` as const]: words.en }
}

function groupRow(shown: Instrument, id: string): Row {
  const section = shown.sections.find((one) => one.id === id)
  return section === undefined
    ? {}
    : { type: 'begin_group', name: id, ...labelled(section.title), ...relevant(shown, section) }
}

function noteRow(shown: Instrument, note: Note): Row {
  return { type: 'note', name: note.id, ...labelled(note.text), ...relevant(shown, note) }
}

function itemRow(shown: Instrument, item: Item): Row {
  const { response, text, readAloud, constraint } = item
  // A wording that is not ours to hand on leaves its id behind, so that the form can be read at all.
  const words = text ?? { 'zh-CN': item.id, en: item.id }
  return {
    type: typeOf(item),
    name: item.id,
    ...labelled(words),
    [`hint::${zh}` as const]: readAloud?.['zh-CN'] ?? '',
    [`hint::${en}` as const]: readAloud?.en ?? '',
    required: item.required ? 'yes' : '',
    ...relevant(shown, item),
    constraint: constraintOf(shown, item),
    [`constraint_message::${zh}` as const]: constraint?.message['zh-CN'] ?? '',
    [`constraint_message::${en}` as const]: constraint?.message.en ?? '',
    appearance: response.kind === 'choice' ? 'likert' : '',
  }
}

function typeOf({ response }: Item): string {
  switch (response.kind) {
    case 'choice':
      return `select_one ${response.set}`
    case 'multi':
      return `select_multiple ${response.set}`
    case 'number':
      return response.whole ? 'integer' : 'decimal'
    case 'text':
    case 'date':
      return response.kind
  }
}

/** Limits first, then the item's own rule, less what the rule says again. */
function constraintOf(shown: Instrument, item: Item): string {
  const rule = item.constraint
  const [only] = rule?.holds.length === 1 ? rule.holds : []
  const said = new Set(only?.map((test) => writeCondition([[test]], shown, item.id)) ?? [])
  const limits = limitsIn(item).filter((limit) => !said.has(limit))
  if (rule === null) return limits.join(' and ')
  const written = writeCondition(rule.holds, shown, item.id)
  const own = rule.holds.length > 1 && limits.length > 0 ? `(${written})` : written
  return [...limits, own].join(' and ')
}

function limitsIn({ response }: Item): readonly string[] {
  switch (response.kind) {
    case 'number':
      return [
        ...(response.min > -widestNumber ? [`. >= ${response.min}`] : []),
        ...(response.max < widestNumber ? [`. <= ${response.max}`] : []),
      ]
    case 'text':
      return response.maxLength === 500 ? [] : [`string-length(.) <= ${response.maxLength}`]
    case 'date':
      return [
        ...(response.from === null ? [] : [`. >= date('${response.from}')`]),
        ...(response.to === null ? [] : [`. <= date('${response.to}')`]),
        ...(response.notAfterToday ? ['. <= today()'] : []),
      ]
    case 'choice':
    case 'multi':
      return []
  }
}

function choiceRows(set: ResponseSet): readonly (readonly (string | number)[])[] {
  if (set.options.length === 0)
    return Array.from({ length: set.max - set.min + 1 }, (_, index) => {
      const value = set.min + index
      return [set.id, value, String(value), String(value)]
    })
  return set.options.map((option) => [
    set.id,
    optionName(option),
    option.label['zh-CN'],
    option.label.en,
  ])
}

/** A sum or mean that every tool computes; one that a form cannot say travels in our own sheet only. */
function scaleRow(shown: Instrument, part: Subscale): readonly Row[] {
  const terms = part.items.map((id) => {
    const item = shown.items.find((one) => one.id === id)
    const limits = limitsOf(shown, id)
    const isTurned = part.reversedItems?.includes(id) ?? item?.reversed === true
    return isTurned && limits !== null ? `(${limits.min + limits.max} - \${${id}})` : `\${${id}}`
  })
  const sum = terms.join(' + ')
  const mean = part.scoring === 'mean' && terms.length > 1 ? ` div ${terms.length}` : ''
  const factor = part.factor === 1 ? '' : ` * ${part.factor}`
  if (terms.length < 2 && factor === '') return []
  return [
    {
      type: 'calculate',
      name: nameOfScale(shown, part.id),
      ...labelled(part.title),
      calculation: mean + factor === '' ? sum : `(${sum})${mean}${factor}`,
    },
  ]
}

/** A form names questions and sums in one list. */
function nameOfScale({ items, sections }: Instrument, id: string): string {
  const isTaken = items.some((item) => item.id === id) || sections.some((one) => one.id === id)
  return isTaken ? `score_${id}` : id
}
