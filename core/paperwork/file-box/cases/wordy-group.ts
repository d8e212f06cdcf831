// A group in whose every free text somebody said the same thing.
import { ids, idOf } from '../../../evaluation/cases/group-world.ts'
import { meetingRecord } from '../../../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../../../groupwork/meeting.ts'
import { strandPlanShape, type StrandPlan } from '../../../groupwork/plan-shape.ts'
import { programme, type Programme } from '../../../groupwork/programme.ts'
import { supportGroup } from '../../../groupwork/support-group.ts'
import type { FileBoxInput } from '../file-box-input.ts'

const meetingId = idOf(901)

export function wordyProgramme(said: string): Programme {
  return programme.read({
    code: 'parallel-eight',
    version: '1',
    title: said.slice(0, 100),
    theory: said,
    audience: said,
    safetyRules: [said],
  })
}

export function wordyMeeting(meeting: MeetingEntry, said: string, place: string): MeetingEntry {
  return {
    ...meeting,
    theme: said.slice(0, 150),
    aims: [said],
    indicators: [said],
    risks: [said],
    notes: said,
    place,
    plan: { joint: planOf(said) },
  }
}

export function wordyGroup(said: string, leader: string): FileBoxInput['group'] {
  const fields = supportGroup.read({
    title: said.slice(0, 110),
    code: 'P-2026-01',
    programmeVersion: '1',
    team: { [leader]: 'leader' },
    aims: [said],
    contract: [said],
    notes: said,
    place: said.slice(0, 110),
    state: 'closed',
    startedOn: '2026-03-10',
    closedOn: '2026-04-12',
  })
  return { ...fields, id: ids.group }
}

function planOf(said: string): StrandPlan {
  return strandPlanShape.parse({
    minutes: 60,
    homeTask: said,
    segments: [
      {
        id: 's1',
        title: said.slice(0, 110),
        minutes: 20,
        process: 'attention',
        purpose: said,
        content: said,
        leaderWords: said,
        materials: [said],
        fallback: said,
      },
    ],
  })
}

export function wordyRecord(said: string): FileBoxInput['meetingRecords'][number] {
  const fields = meetingRecord.read({
    groupId: ids.group,
    meetingId,
    strand: 'joint',
    ticks: { s1: { state: 'changed', reason: said } },
    fidelity: { attention: 'yes' },
    keyEvents: { e1: { at: '15:00', who: said, seen: said, said, response: said } },
    goalAttainment: said,
    evidence: said,
    dynamics: said,
    reflection: said,
    homeTaskGiven: said,
    nextSteps: said,
    supervisorComment: said,
    state: 'submitted',
    submittedOn: '2026-03-11',
  })
  return { ...fields, meetingId: 'meeting 1', id: 'record 1' }
}
