import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { instrument } from '../../inquiry/instrument.ts'
import { surveySheet } from '../../inquiry/survey-sheet.ts'
import { wave } from '../../inquiry/wave.ts'
import type { SurveyRecords } from '../evaluate-survey-change.ts'
import { idOf } from './group-world.ts'

function readLines(name: string): string[][] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

/** The trial as it comes through the survey import: one number item, one wave before, one after, codes and groups. */
export function readTrial(): SurveyRecords {
  const weight = instrument.read(
    fieldsAsJson({
      code: 'weight',
      version: '1',
      state: 'published',
      title: { en: 'Weight' },
      respondent: 'any',
      target: 'self',
      licence: { status: 'ours' },
      provenance: {},
      validation: { status: 'elsewhere' },
      items: [
        {
          id: 'weight',
          number: 1,
          response: { kind: 'number', min: 50, max: 150, whole: false, unit: 'lb' },
        },
      ],
      subscales: [
        {
          id: 'weight',
          title: { en: 'Weight' },
          items: ['weight'],
          scoring: 'sum',
          direction: 'higherIsBetter',
        },
      ],
    }),
  )
  const waveOf = (phase: 'before' | 'after', opensOn: string, id: string) => ({
    ...wave.read({ title: phase, phase, subject: 'codes', instrumentIds: [idOf(1)], opensOn }),
    id,
  })
  const rows = readLines('family-therapy-trial.csv')
  const sheetAt = (waveId: string, column: number) => (row: readonly string[]) => ({
    ...surveySheet.read({
      waveId,
      instrumentId: idOf(1),
      respondentCode: row[0] ?? '',
      groupLabel: row[1] ?? '',
      answers: { weight: Number(row[column]) },
    }),
    id: `${waveId} ${row[0]}`,
  })
  return {
    instrument: { ...weight, id: idOf(1) },
    before: waveOf('before', '2025-01-01', idOf(2)),
    after: waveOf('after', '2025-06-01', idOf(3)),
    sheets: [...rows.map(sheetAt(idOf(2), 2)), ...rows.map(sheetAt(idOf(3), 3))],
  }
}

export type Expected = (id: string, actual: number | readonly number[] | null | undefined) => void

/** Compares a figure (or a list) with the one computed elsewhere, within its stated tolerance. */
export function readExpected(): Expected {
  const figures = new Map(
    readLines('family-therapy-trial-expected.csv').map(([id, value, rtol]) => [
      id,
      { values: (value ?? '').split(' ').map(Number), rtol: Number(rtol) },
    ]),
  )
  return (id, actual) => {
    const figure = figures.get(id)
    if (figure === undefined) throw new Error(`the case has no figure ${id}`)
    const found = typeof actual === 'number' ? [actual] : (actual ?? [])
    expect(found.length, id).toBe(figure.values.length)
    for (const [index, value] of figure.values.entries()) {
      const error = Math.abs((found[index] ?? Number.NaN) - value)
      expect(
        error <= figure.rtol * Math.abs(value) + 1e-12,
        `${id}: ${found[index]}, not ${value}`,
      ).toBe(true)
    }
  }
}
