// The survey sheet, row by row: questions, groups, notes and sums.
import type { Table } from '../../kit/table.ts'
import type { Condition } from '../condition.ts'
import { bothConditions } from '../holds-condition.ts'
import type { Item, ItemSection, Note, Response, ResponseSet } from '../item.ts'
import { partIdShape } from '../part-id.ts'
import { limitsOf } from '../read-limits.ts'
import type { Subscale } from '../scale.ts'
import { noWords, type WordLanguage, type Words } from '../words.ts'
import {
  conditionOfExpression,
  type KnownAnswer,
  type Speaking,
} from './condition-of-expression.ts'
import { otherOf, otherWords, withOther } from './or-other.ts'
import type { FormList } from './read-choices.ts'
import { readExpression } from './read-expression.ts'
import { freeNumber, limitsOfConstraint } from './read-limits-of-form.ts'
import { readRows, type FormRow } from './read-rows.ts'
import { readType, type RowType } from './read-type.ts'
import { scaleOfCalculation } from './scale-of-calculation.ts'
import { metaTypes, plainLooks, surveyColumns } from './survey-columns.ts'
import type { FaultList } from './xlsform-fault.ts'

export interface ReadSurvey {
  readonly items: readonly Item[]
  readonly sections: readonly ItemSection[]
  readonly closing: readonly Note[]
  readonly subscales: readonly Subscale[]
  /** Lists in the order in which questions use them, with those that got an "other" of their own. */
  readonly sets: readonly ResponseSet[]
}

interface OpenGroup {
  readonly section: ItemSection
  readonly row: FormRow
}

export function readSurvey(
  table: Table,
  lists: ReadonlyMap<string, FormList>,
  plainLanguage: WordLanguage | null,
  faults: FaultList,
): ReadSurvey {
  const reader = new SurveyReader(lists, faults)
  const rows = readRows(table, surveyColumns, plainLanguage, faults)
  for (const row of rows) if (!/^(?:yes|true)/i.test(row.text('disabled'))) reader.take(row)
  return reader.finish()
}

class SurveyReader {
  readonly #lists: Map<string, FormList>
  /** Lists by the name of the one that they widen with "other". */
  readonly #widened = new Map<string, string>()
  readonly #faults: FaultList
  readonly #items: Item[] = []
  readonly #sections: ItemSection[] = []
  readonly #subscales: Subscale[] = []
  readonly #used: string[] = []
  readonly #open: OpenGroup[] = []
  readonly #known = new Map<string, KnownAnswer>()
  readonly #names = new Set<string>()
  #notes: Note[] = []
  #noteSections: (string | null)[] = []

  constructor(lists: ReadonlyMap<string, FormList>, faults: FaultList) {
    this.#lists = new Map(lists)
    this.#faults = faults
  }

  take(row: FormRow): void {
    const type = readType(row.text('type'))
    if (type.word === '') this.#refuse('typeNotTaken', row, row.text('name'))
    else if (type.word === 'begin_group') this.#openGroup(row)
    else if (type.word === 'end_group') this.#closeGroup(row)
    else if (metaTypes.has(type.word)) this.#faults.leave(row.sheet, row.row, row.text('type'))
    else this.#takeQuestion(row, type)
  }

  #takeQuestion(row: FormRow, type: RowType): void {
    this.#checkLooks(row)
    if (type.word === 'note') {
      this.#addNote(row)
      return
    }
    if (type.word === 'calculate') {
      this.#addScale(row)
      return
    }
    const response = this.#responseOf(row, type)
    if (response === null) return
    this.#addItem(row, response)
    if (type.orOther) this.#askForOther(row, response)
  }

  /** What "or other" stands for: one more option, and a question for its words that hangs on it. */
  #askForOther(row: FormRow, response: Response): void {
    const asked = this.#items.at(-1)
    const isChoice = response.kind === 'choice' || response.kind === 'multi'
    if (asked === undefined || asked.id !== row.text('name') || !isChoice) return
    const item = otherOf(asked, this.#lists.get(response.set))
    if (item === null) return
    const isTaken = this.#names.has(item.id)
    if (isTaken || !partIdShape.safeParse(item.id).success) {
      this.#refuse(isTaken ? 'nameTwice' : 'nameNotUsable', row, item.id)
      return
    }
    this.#names.add(item.id)
    this.#known.set(item.id, this.#knownOf(item.id, item.response))
    this.#items.push(item)
  }

  finish(): ReadSurvey {
    for (const { row, section } of this.#open) this.#refuse('groupNotClosed', row, section.id)
    this.#settleNotes(null)
    const asked = new Set(this.#items.flatMap(({ section }) => this.#around(section)))
    return {
      items: this.#items.map((item, index) => ({ ...item, number: index + 1 })),
      sections: this.#sections.filter(({ id }) => asked.has(id)),
      closing: this.#notes,
      subscales: this.#subscales,
      sets: this.#used.flatMap((name) => this.#lists.get(name)?.set ?? []),
    }
  }

  #refuse(id: Parameters<FaultList['refuse']>[0], row: FormRow, name: string): void {
    this.#faults.refuse(id, row.sheet, row.row, name)
  }

  #around(sectionId: string | null): readonly string[] {
    const found: string[] = []
    let at = sectionId
    while (at !== null) {
      found.push(at)
      at = this.#sections.find(({ id }) => id === at)?.within ?? null
    }
    return found
  }

  #openGroup(row: FormRow): void {
    this.#checkLooks(row)
    const name = row.text('name')
    const id = name === '' ? `group-${row.row}` : (this.#takeName(row) ?? `group-${row.row}`)
    const section: ItemSection = {
      id,
      title: this.#labelOf(row, 'label'),
      within: this.#here(),
      showIf: this.#conditionOf(row),
    }
    this.#sections.push(section)
    this.#open.push({ section, row })
  }

  #closeGroup(row: FormRow): void {
    if (this.#open.pop() === undefined) this.#refuse('groupNotOpened', row, row.text('type'))
  }

  #here(): string | null {
    return this.#open.at(-1)?.section.id ?? null
  }

  /** A name is taken once, for questions, groups, notes and sums alike. */
  #takeName(row: FormRow): string | null {
    const name = row.text('name')
    if (name === '') this.#refuse('nameMissing', row, row.text('type'))
    else if (!partIdShape.safeParse(name).success) this.#refuse('nameNotUsable', row, name)
    else if (this.#names.has(name)) this.#refuse('nameTwice', row, name)
    else {
      this.#names.add(name)
      return name
    }
    return null
  }

  #checkLooks(row: FormRow): void {
    const looks = row
      .text('appearance')
      .split(/\s+/)
      .filter((look) => look !== '')
    const strange = looks.find((look) => !plainLooks.test(look))
    if (strange !== undefined) this.#refuse('appearanceNotTaken', row, strange)
  }

  #labelOf(row: FormRow, column: string): Words {
    const words = row.words(column)
    if (/\$\{/.test(words['zh-CN'] + words.en)) {
      this.#refuse('labelTakesAnswer', row, words.en === '' ? words['zh-CN'] : words.en)
      return noWords
    }
    return words
  }

  #responseOf(row: FormRow, type: RowType): Response | null {
    const { word, more } = type
    switch (word) {
      case 'text':
      case 'string':
        return { kind: 'text', maxLength: 500 }
      case 'integer':
      case 'int':
        return freeNumber(true)
      case 'decimal':
        return freeNumber(false)
      case 'date':
        return { kind: 'date', from: null, to: null, notAfterToday: false }
      case 'select_one':
      case 'select_multiple': {
        const set = more.length > 0 ? null : this.#setOf(row, type)
        if (more.length > 0) this.#refuse('typeNotTaken', row, row.text('type'))
        if (set === null) return null
        if (!this.#used.includes(set)) this.#used.push(set)
        return { kind: word === 'select_one' ? 'choice' : 'multi', set }
      }
      default:
        this.#refuse('typeNotTaken', row, row.text('type'))
        return null
    }
  }

  #setOf(row: FormRow, { list, orOther }: RowType): string | null {
    const found = this.#lists.get(list)
    if (found === undefined) {
      this.#refuse('listMissing', row, list)
      return null
    }
    if (!orOther) return list
    const known = this.#widened.get(list)
    if (known !== undefined) return known
    const label = otherWords(row.words('label')).option
    const wider = withOther(found, label, (id) => this.#lists.has(id))
    if (wider === null) {
      this.#refuse('listTooLong', row, list)
      return null
    }
    this.#lists.set(wider.set.id, wider)
    this.#widened.set(list, wider.set.id)
    return wider.set.id
  }

  #addItem(row: FormRow, plain: Response): void {
    const id = this.#takeName(row)
    const label = this.#labelOf(row, 'label')
    const said = row.words('label')
    if (said['zh-CN'] + said.en === '') this.#refuse('labelMissing', row, row.text('name'))
    const showIf = this.#conditionOf(row)
    const hint = this.#labelOf(row, 'hint')
    if (id === null) return
    this.#known.set(id, this.#knownOf(id, plain))
    const { response, constraint } = this.#limitsOf(row, id, plain)
    this.#settleNotes(this.#here())
    this.#items.push({
      id,
      number: this.#items.length + 1,
      text: label,
      response,
      reversed: false,
      required: this.#requiredOf(row),
      readAloud: hint['zh-CN'] + hint.en === '' ? null : hint,
      mirror: null,
      section: this.#here(),
      showIf,
      constraint,
      notes: this.#notes,
    })
    this.#notes = []
    this.#noteSections = []
  }

  #knownOf(id: string, response: Response): KnownAnswer {
    const list =
      response.kind === 'choice' || response.kind === 'multi'
        ? this.#lists.get(response.set)
        : undefined
    return { id, kind: response.kind, options: list?.values ?? new Map() }
  }

  #speaking(self: string | null): Speaking {
    return { find: (name) => this.#known.get(name ?? self ?? '') ?? null }
  }

  #conditionOf(row: FormRow): Condition | null {
    const written = row.text('relevant')
    if (written === '') return null
    const expression = readExpression(written)
    if (expression === null) {
      this.#refuse('expressionNotRead', row, written)
      return null
    }
    const condition = conditionOfExpression(expression, this.#speaking(null))
    if (condition === null) this.#refuse('expressionNotTaken', row, written)
    return condition
  }

  #limitsOf(row: FormRow, self: string, response: Response) {
    const written = row.text('constraint')
    const plain = { response, constraint: null }
    if (written === '') return plain
    const expression = readExpression(written)
    if (expression === null) {
      this.#refuse('expressionNotRead', row, written)
      return plain
    }
    const message = this.#labelOf(row, 'constraint_message')
    const limits = limitsOfConstraint(expression, response, message, this.#speaking(self))
    if (limits === null) this.#refuse('expressionNotTaken', row, written)
    return limits ?? plain
  }

  #requiredOf(row: FormRow): boolean {
    const written = row.text('required').toLowerCase()
    if (/^(?:yes|true|true\(\)|1)$/.test(written)) return true
    if (!/^(?:no|false|false\(\)|0)?$/.test(written)) this.#refuse('valueNotRead', row, written)
    return false
  }

  #addNote(row: FormRow): void {
    const id = row.text('name') === '' ? `note-${row.row}` : this.#takeName(row)
    const text = this.#labelOf(row, 'label')
    const hint = this.#labelOf(row, 'hint')
    const showIf = this.#conditionOf(row)
    if (id === null) return
    if (hint['zh-CN'] + hint.en !== '') this.#refuse('columnNotTaken', row, 'hint')
    if (this.#notes.length === 10) {
      this.#refuse('tooMuch', row, id)
      return
    }
    this.#notes.push({ id, text, showIf })
    this.#noteSections.push(this.#here())
  }

  /** A note stands before the next question; one of a group that has ended takes the group's condition with it. */
  #settleNotes(section: string | null): void {
    const around = this.#around(section)
    this.#notes = this.#notes.map((note, index) => {
      const left = this.#around(this.#noteSections[index] ?? null).filter(
        (id) => !around.includes(id),
      )
      const conditions = left.flatMap(
        (id) => this.#sections.find((one) => one.id === id)?.showIf ?? [],
      )
      return conditions.length === 0 ? note : { ...note, showIf: this.#joinLeft(left, note.showIf) }
    })
  }

  #joinLeft(sections: readonly string[], own: Condition | null): Condition | null {
    return sections.reduce<Condition | null>((joined, id) => {
      const its = this.#sections.find((one) => one.id === id)?.showIf ?? null
      if (its === null) return joined
      return joined === null ? its : bothConditions(its, joined)
    }, own)
  }

  #addScale(row: FormRow): void {
    const written = row.text('calculation')
    const id = this.#takeName(row)
    const expression = readExpression(written)
    const scale = { items: this.#items, responseSets: this.#setsSoFar() }
    const made =
      expression === null ? null : scaleOfCalculation(expression, (name) => limitsOf(scale, name))
    if (made === null || row.text('relevant') !== '') {
      this.#refuse('calculationNotTaken', row, written === '' ? row.text('name') : written)
      return
    }
    const title = this.#labelOf(row, 'label')
    if (id === null) return
    this.#subscales.push({
      id,
      title,
      items: [...made.items],
      reversedItems: [...made.reversed],
      scoring: made.scoring,
      factor: made.factor,
      direction: 'neutral',
      missing: { kind: 'none' },
      tags: [],
      norms: [],
      reliability: [],
    })
  }

  #setsSoFar() {
    return [...this.#lists.values()].map(({ set }) => set)
  }
}
