import { describe, expect, it } from 'vitest'
import { today } from '../cases/sheet-world.ts'
import { surveyInstrument, surveyItems, surveyRows } from '../cases/survey-2800.ts'
import type { AnswerImportOptions } from './answer-import-plan.ts'
import { planAnswerImport } from './plan-answer-import.ts'
import type { Cell } from '../../kit/table.ts'

const survey: AnswerImportOptions = {
  instrument: surveyInstrument,
  subject: 'codes',
  people: [],
  wave: { from: 'fixed', waveId: 'survey' },
  today,
}

describe('the survey of 2,800 people', () => {
  const rows = surveyRows()

  it('plans whole: every answer, every gap, the background kept', () => {
    const planned = planAnswerImport({ name: 'survey', rows, merges: [] }, survey)
    expect(planned).toMatchObject({
      tableProblems: [],
      badCellCount: 0,
      duplicates: [],
      leftOut: [],
      ready: true,
    })
    expect(planned.sheets.length).toBe(2800)
    expect(planned.missingPerItem.map(({ itemId }) => itemId)).toEqual(surveyItems)
    expect(planned.missingPerItem.reduce((sum, { count }) => sum + count, 0)).toBe(508)
    expect(planned.sheets[0]).toMatchObject({
      row: 2,
      respondent: '1',
      extra: { gender: 1, education: null, age: 16 },
    })
  })

  it('plans the same from a CSV file, where every cell is a text', () => {
    const texts = rows.map((row) =>
      row.map(
        (cell): Cell =>
          cell.kind === 'number' ? { kind: 'text', text: String(cell.value) } : cell,
      ),
    )
    const plain = planAnswerImport({ name: 'survey', rows, merges: [] }, survey)
    const planned = planAnswerImport({ name: 'survey', rows: texts, merges: [] }, survey)
    expect(planned.sheets).toEqual(plain.sheets)
    const bare = planAnswerImport({ name: 'survey', rows: texts.slice(1), merges: [] }, survey)
    expect(bare.heading.headingRows).toBe(0)
    expect(bare.tableProblems).toContain('NoItemColumns')
  })

  it('plans the same from a title row and two heading rows, with or without merges known', () => {
    const upper = (rows[0] ?? []).map((cell): Cell => {
      const text = cell.kind === 'text' ? cell.text : ''
      if (/^[ACENO]1$/.test(text)) return { kind: 'text', text: text.slice(0, 1) }
      return /^[ACENO][2-5]$/.test(text) ? { kind: 'empty' } : cell
    })
    const lower = (rows[0] ?? []).map((cell): Cell => {
      const text = cell.kind === 'text' ? cell.text : ''
      return /^[ACENO][1-5]$/.test(text) ? { kind: 'text', text: text.slice(1) } : { kind: 'empty' }
    })
    const title: Cell[] = [{ kind: 'text', text: 'Survey, exported on 1 March' }]
    const shaped = [title, [], upper, lower, ...rows.slice(1)]
    const merges = [1, 6, 11, 16, 21].map((from) => ({
      fromRow: 3,
      toRow: 3,
      fromColumn: from + 1,
      toColumn: from + 5,
    }))
    const plain = planAnswerImport({ name: 'survey', rows, merges: [] }, survey)
    for (const table of [
      { name: 'survey', rows: shaped, merges: [] },
      { name: 'survey', rows: shaped, merges },
    ]) {
      const planned = planAnswerImport(table, survey)
      expect(planned.heading).toMatchObject({ titleRows: 2, headingRows: 2 })
      expect(planned.sheets.map((sheet) => sheet.answers)).toEqual(
        plain.sheets.map((sheet) => sheet.answers),
      )
    }
  })
})
