import { describe, expect, it } from 'vitest'
import { keyCases } from './cases/key-cases.ts'
import {
  listInstrumentFiles,
  readInstrument,
  readInstrumentFile,
} from './cases/read-instruments.ts'
import { scalesOf } from './check-scale.ts'
import { readInstrumentContent } from './instrument-content.ts'
import type { Instrument } from './instrument.ts'
import { bandOf, listScores, scoreSheet } from './score-sheet.ts'
import { wordLanguages, type Words } from './words.ts'

const codes = listInstrumentFiles().map((name) => name.replace('.yaml', ''))
const ours = ['kiteline-caregiver', 'kiteline-child', 'kiteline-parent', 'kiteline-satisfaction']
const toAvoid = /问题儿童|缺爱|案主|感恩|不称职|应该|必须/

function listWords(one: Instrument): readonly Words[] {
  return [
    one.title,
    one.description,
    one.instructions,
    ...one.items.flatMap((item) => [item.text, item.readAloud].filter((words) => words !== null)),
    ...one.responseSets.flatMap((set) => set.options.map((option) => option.label)),
    ...scalesOf(one).map((part) => part.title),
  ]
}

describe('every shipped instrument', () => {
  it.each(codes)('%s can be published, under its own name', (code) => {
    const one = readInstrument(code)
    expect(one.code).toBe(code)
    expect(one.provenance.reference).not.toBe('')
    for (const part of [
      one.title,
      one.licence.note,
      one.validation.note,
      ...scalesOf(one).map((scale) => scale.title),
    ])
      for (const language of wordLanguages) expect(part[language]).not.toBe('')
  })

  it.each(
    codes.filter((code) => !ours.includes(code)),
  )('%s ships no item text (INQ-12)', (code) => {
    const one = readInstrument(code)
    expect(one.licence.status).not.toBe('ours')
    if (one.entry === 'items') expect(one.items.every((item) => item.text === null)).toBe(true)
  })

  it('refuses a file with an unknown word, or with a key that names an item that is not there', () => {
    const plain = Object(readInstrumentFile('rses.yaml'))
    expect(readInstrumentContent({ ...plain, colour: 'red' })).toMatchObject({
      refusal: { id: 'InstrumentNotReadable' },
    })
    const total = { ...plain.total, items: [1, 11] }
    expect(readInstrumentContent({ ...plain, total })).toMatchObject({
      refusal: { id: 'InstrumentIncomplete' },
    })
  })
})

describe('our own questionnaires', () => {
  it.each(ours)('%s speaks both languages, kindly, and says that it is not validated', (code) => {
    const one = readInstrument(code)
    expect(one.licence.status).toBe('ours')
    expect(one.validation.status).toBe('notValidated')
    for (const words of listWords(one)) {
      for (const language of wordLanguages) expect(words[language]).not.toBe('')
      expect(words['zh-CN']).not.toMatch(toAvoid)
      expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it.each(['kiteline-child', 'kiteline-parent'])('%s is short and turns few items', (code) => {
    const { items } = readInstrument(code)
    expect(items.length).toBeGreaterThanOrEqual(24)
    expect(items.length).toBeLessThanOrEqual(36)
    expect(items.filter((item) => item.reversed).length).toBeLessThan(items.length / 4)
    for (const item of items) expect(item.text?.['zh-CN'].length).toBeLessThanOrEqual(34)
  })

  it('ask child and parent the same, so that what each believes can be laid side by side', () => {
    const child = readInstrument('kiteline-child')
    const parent = readInstrument('kiteline-parent')
    expect([child.mirrorOf, parent.mirrorOf]).toEqual([parent.code, child.code])
    const mirrored = child.items.filter((item) => item.mirror !== null)
    expect(mirrored.map((item) => item.mirror)).toEqual(parent.items.map((item) => item.id))
    for (const item of mirrored) {
      const other = parent.items.find((one) => one.id === item.mirror)
      expect(other).toMatchObject({
        mirror: item.id,
        reversed: item.reversed,
        response: item.response,
      })
    }
  })

  it('have one for whoever is at home: sixteen short sentences to be heard, with a picture for each answer', () => {
    const caregiver = readInstrument('kiteline-caregiver')
    expect(caregiver).toMatchObject({ respondent: 'caregiver', readAloud: 'recommended' })
    expect(caregiver.items).toHaveLength(16)
    for (const { text } of caregiver.items) expect(text?.['zh-CN'].length).toBeLessThanOrEqual(28)
    for (const { pictures } of caregiver.responseSets) expect(pictures).toBe('bars')
    // Two adults may be away: no sentence puts a name in the place of one of them.
    for (const words of listWords(caregiver)) expect(words['zh-CN']).not.toContain('{parent}')
    const child = readInstrument('kiteline-child')
    const mirrored = caregiver.items.filter(({ mirror }) => mirror !== null)
    expect(mirrored).toHaveLength(4)
    for (const item of mirrored)
      expect(child.items.find(({ id }) => id === item.mirror)).toMatchObject({
        response: item.response,
        reversed: item.reversed,
      })
  })

  it('cover the four targets, the three dimensions, emotion control, tone, getting on with others, satisfaction, and the caregiver between them', () => {
    const tags = ours.flatMap((code) => scalesOf(readInstrument(code)).flatMap((part) => part.tags))
    expect(new Set(tags)).toEqual(
      new Set([
        'cognition',
        'initiative',
        'content',
        'skills',
        'communication',
        'interaction',
        'trust',
        'emotionControl',
        'tone',
        'interpersonal',
        'satisfaction',
        'bridging',
        'arrangements',
        'load',
      ]),
    )
  })
})

describe('published keys', () => {
  it.each(keyCases)('$instrument scores as printed: $what', ({ instrument, answers, scores }) => {
    const one = readInstrument(instrument)
    const sheet = Object.fromEntries(
      one.items.map((item, index) => [item.id, answers[index] ?? null]),
    )
    expect(answers.length).toBe(one.items.length)
    const scored = scoreSheet(one, sheet)
    if (!scored.ok) throw new Error(scored.refusal.id)
    const found = listScores(scored.value).map((score) => [score.scaleId, score.value])
    expect(Object.fromEntries(found)).toEqual(scores)
  })

  it('has a worked example for every key that makes a score', () => {
    const scored = codes.filter(
      (code) => !ours.includes(code) && scalesOf(readInstrument(code)).length > 0,
    )
    expect(new Set(keyCases.map((one) => one.instrument))).toEqual(new Set(scored))
  })

  it('gives bands under the norm set that is named, and Chinese and UK sets differ (INQ-13)', () => {
    const total = readInstrument('sdq-parent-scores').total
    if (total === null) throw new Error('no total')
    const bandUnder = (norm: string) => bandOf(total, norm, 14)?.id
    expect(bandUnder('china-du-2008')).toBe('normal')
    expect(bandUnder('china-gao-2013')).toBe('normal')
    expect(bandUnder('uk')).toBe('borderline')
    expect(bandOf(total, 'china-du-2008', 17)?.id).toBe('abnormal')
    expect(bandOf(total, 'china-gao-2013', 17)?.id).toBe('borderline')
  })

  it.each(codes)('%s has bands that cover each norm set without gap or overlap', (code) => {
    for (const part of scalesOf(readInstrument(code))) {
      for (const norm of part.norms) {
        const bands = norm.bands.toSorted((left, right) => (left.from ?? 0) - (right.from ?? 0))
        for (const [index, band] of bands.slice(1).entries())
          expect(band.from).toBe((bands[index]?.to ?? 0) + 1)
      }
    }
  })
})
