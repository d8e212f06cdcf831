// Waves with their answer sheets, and the contact log of the sample.
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { pairId } from '../../core/families/pair.ts'
import { answerSheet, answerSheetIdOf } from '../../core/inquiry/answer-sheet.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import { instrumentIdOf, type Instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { groupIdOf } from './sample-groups.ts'
import type { Sample } from './sample-parse.ts'
import type { SampleSheet, SampleWave } from './sample-shapes.ts'

/** The questionnaires of the sample, by code. */
export type SampleInstruments = ReadonlyMap<string, Instrument>

export const sampleInstrumentCodes = {
  child: 'kiteline-child',
  adult: 'kiteline-parent',
  satisfaction: 'kiteline-satisfaction',
} as const
export const sampleInstrumentVersion = '1'

export function draftWaves(
  sample: Sample,
  ground: SampleGround,
  instruments: SampleInstruments,
): SampleDraft[] {
  return sample.waves.flatMap((one) => draftWave(one, sample, ground, instruments))
}

function draftWave(
  one: SampleWave,
  { language }: Sample,
  ground: SampleGround,
  instruments: SampleInstruments,
): SampleDraft[] {
  const waveId = ground.idOf('wave', one.key)
  const opening = create(wave, waveId, {
    title: one.title,
    phase: one.phase,
    groupId: groupIdOf(ground, one.group),
    instrumentIds: one.instruments.map((code) => instrumentIdOf(code, sampleInstrumentVersion)),
    opensOn: ground.daysAgo(one.opens),
    dueOn: ground.daysAgo(one.due),
  })
  const sheets = one.sheets.flatMap((sheet) =>
    draftSheet(sheet, { waveId, language }, ground, instruments),
  )
  // Somebody may have answered after the day that was asked for.
  const last = Math.min(one.due, ...one.sheets.map(({ on }) => on))
  const closing = { kind: wave, recordId: waveId, verb: 'close', on: ground.daysAgo(last) }
  return [opening, ...sheets, ...(one.closed ? [closing] : [])]
}

function draftSheet(
  sheet: SampleSheet,
  occasion: { readonly waveId: string; readonly language: string },
  ground: SampleGround,
  instruments: SampleInstruments,
): SampleDraft[] {
  const who = whoseSheet(sheet, ground)
  const known = instruments.get(who.code)
  if (known === undefined) throw new Error(`content/sample: no questionnaire ${who.code}`)
  const { code, ...people } = who
  const instrumentId = instrumentIdOf(code, sampleInstrumentVersion)
  const place = { ...occasion, ...people, instrumentId }
  const recordId = answerSheetIdOf(place)
  const answers = answersOf(sheet, known)
  const fields = {
    ...place,
    familyId: ground.familyIdOf(sheet.child),
    childId: ground.personId(sheet.child),
    mode: sheet.mode,
    answeredOn: ground.daysAgo(sheet.on),
    answers,
    skipped: skippedOf(sheet, known, answers),
  }
  const on = ground.daysAgo(sheet.on)
  const handedIn = { kind: answerSheet, recordId, verb: 'submit', on }
  const reason = 'setAside' in sheet ? sheet.setAside : ''
  return [
    create(answerSheet, recordId, fields),
    handedIn,
    ...(reason === ''
      ? []
      : [{ kind: answerSheet, recordId, verb: 'setAside', input: { reason }, on }]),
  ]
}

function whoseSheet(sheet: SampleSheet, ground: SampleGround) {
  if ('satisfaction' in sheet)
    return {
      code: sampleInstrumentCodes.satisfaction,
      respondentId: ground.personId(sheet.satisfaction),
      pairId: null,
      targetId: null,
    }
  const childId = ground.personId(sheet.child)
  const adultId = ground.personId(sheet.adult)
  const byChild = sheet.by === 'child'
  return {
    code: sampleInstrumentCodes[sheet.by],
    respondentId: byChild ? childId : adultId,
    pairId: pairId(childId, adultId),
    targetId: byChild ? adultId : childId,
  }
}

/** One figure per item that is answered with a figure, in the order of the questionnaire; "-" was passed over. */
function answersOf(sheet: SampleSheet, { items, code }: Instrument): Answers {
  const figures = sheet.answers.replaceAll(' ', '')
  const asked = items.filter(({ response }) => response.kind === 'choice')
  if (figures.length !== asked.length)
    throw new Error(`content/sample: ${code} asks ${asked.length}, answered ${figures.length}`)
  const answers: Answers = {}
  asked.forEach(({ id }, index) => {
    const figure = figures[index] ?? '-'
    if (figure !== '-') answers[id] = Number(figure)
  })
  if ('satisfaction' in sheet) {
    if (sheet.best !== '') answers['best'] = sheet.best
    if (sheet.change !== '') answers['change'] = sheet.change
  }
  return answers
}

/** On a screen a gap was passed over on purpose; on paper it is just a gap. */
function skippedOf(sheet: SampleSheet, { items }: Instrument, answers: Answers): string[] {
  if (sheet.mode === 'paper') return []
  return items
    .filter(({ id, response }) => response.kind === 'choice' && answers[id] === undefined)
    .map(({ id }) => id)
}

export function draftLogs({ logs }: Sample, ground: SampleGround): SampleDraft[] {
  return logs.flatMap(({ child, adult, entries }) =>
    entries.map(([days, startedBy, channel, minutes, missed], index) =>
      create(contactEntry, ground.idOf('contact', child, adult, String(index)), {
        familyId: ground.familyIdOf(child),
        pairId: pairId(ground.personId(child), ground.personId(adult)),
        on: ground.daysAgo(days),
        startedBy,
        channel,
        minutes,
        reached: missed === undefined,
      }),
    ),
  )
}
