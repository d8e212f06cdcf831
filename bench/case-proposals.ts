// A supervisor's Today: the cases that the rules of practice propose in all families of an agency, worked out on the main thread.
import { caseFollowUp } from '../core/casework/case-follow-up.ts'
import { caseWith, mother, taken } from '../core/casework/cases/case-world.ts'
import { contactEntry } from '../core/contact/contact-entry.ts'
import { type ProposalRecords, proposeCases } from '../core/evaluation/casework/propose-cases.ts'
import {
  decided,
  ids,
  somebody,
  stay,
  theChild,
  today,
} from '../core/families/cases/family-world.ts'
import { addDays } from '../core/kit/dates.ts'
import { deriveId } from '../core/kit/ids.ts'
import { fieldsAsJson } from '../core/kit/json-parse.ts'
import { answerSheet } from '../core/inquiry/answer-sheet.ts'
import { readInstrument } from '../core/inquiry/cases/read-instruments.ts'
import { wave } from '../core/inquiry/wave.ts'
import { printMachine } from './measure.ts'

const families = 1000
const [rounds, calls] = [15, 40]
const instrumentId = deriveId('bench', 'instrument')
const waveId = deriveId('bench', 'wave')
const asked = { ...readInstrument('ces-dc'), id: instrumentId }
const its = {
  ...wave.read({
    ...{ title: 'before', phase: 'survey', groupId: null },
    ...{ instrumentIds: [instrumentId], opensOn: addDays(today, -60) },
  }),
  id: waveId,
}

/** One family: every third silent for longer than 14 days, every fifth with a case that has ended and was to be looked after. */
function familyOf(no: number) {
  const id = (what: string | number) => deriveId('bench', String(no), String(what))
  const [familyId, childId, adultId, pairId] = [id('family'), id('child'), id('adult'), id('pair')]
  const quiet = no % 3 === 0 ? 20 : 0
  const caseId = id('case')
  const withCase = no % 5 === 0
  return {
    consents: [{ ...decided(), familyId, subjectId: childId, id: id('consent') }],
    pairs: [{ ...mother, familyId, childId, adultId, id: pairId }],
    people: [
      { ...theChild(), familyId, id: childId },
      { ...somebody(ids.mother), familyId, id: adultId },
    ],
    migrations: [{ ...stay(ids.mother), familyId, personId: adultId, id: id('stay') }],
    contactEntries: Array.from({ length: calls }, (_, call) => ({
      ...contactEntry.read({ familyId, pairId, on: addDays(today, -quiet - 4 * call) }),
      id: id(`call ${call}`),
    })),
    sheets: [childId, adultId].map((respondentId) => ({
      ...answerSheet.read(
        fieldsAsJson({
          ...{ waveId, instrumentId, familyId, childId, respondentId, pairId: null },
          ...{ mode: 'paper', state: 'submitted', answeredOn: addDays(today, -50) },
          answers: Object.fromEntries(asked.items.map((item) => [item.id, no % 3])),
        }),
      ),
      id: id(respondentId),
    })),
    cases: withCase
      ? [{ ...caseWith({ ...taken, familyId, pairId, closedOn: addDays(today, -90) }), id: caseId }]
      : [],
    followUps: withCase
      ? [
          {
            ...caseFollowUp.read({ familyId, caseId, plannedOn: addDays(today, -30) }),
            id: id('look'),
          },
        ]
      : [],
  }
}

function recordsOf(count: number): ProposalRecords {
  const all = Array.from({ length: count }, (_, no) => familyOf(no))
  return {
    ...{ today, may: () => true, instruments: [asked], waves: [its] },
    consents: all.flatMap((one) => one.consents),
    pairs: all.flatMap((one) => one.pairs),
    people: all.flatMap((one) => one.people),
    migrations: all.flatMap((one) => one.migrations),
    contactEntries: all.flatMap((one) => one.contactEntries),
    sheets: all.flatMap((one) => one.sheets),
    cases: all.flatMap((one) => one.cases),
    followUps: all.flatMap((one) => one.followUps),
    ...{ visits: [], meetings: [], seats: [], attendance: [], memberMarks: [], dismissals: [] },
  }
}

export function benchCaseProposals(): void {
  printMachine()
  for (const count of [families / 10, families]) {
    const records = recordsOf(count)
    const took: number[] = []
    let proposed = 0
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now()
      proposed = proposeCases(records).length
      took.push(performance.now() - start)
    }
    const first = took[0] ?? 0
    const ordered = took.toSorted((left, right) => left - right)
    const at = (share: number) => (ordered[Math.floor(rounds * share)] ?? 0).toFixed(1)
    console.log(
      `${count} families, ${records.contactEntries.length} calls, ${records.sheets.length} sheets: ${proposed} proposals; first ${first.toFixed(1)} ms, median ${at(0.5)} ms, longest of ${rounds} ${at(0.99)} ms`,
    )
  }
}
