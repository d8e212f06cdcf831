// The invented group of the evaluation cases with everything that a file box takes, and texts that say too much.
import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { groupWorld, ids, idOf, familyNumbers } from '../../../evaluation/cases/group-world.ts'
import type { Wording } from '../../../evaluation/write-numbers.ts'
import { consent } from '../../../families/consent.ts'
import { person } from '../../../families/person.ts'
import { report } from '../../report.ts'
import type { FileBoxInput } from '../file-box-input.ts'
import { wordyGroup, wordyMeeting, wordyProgramme, wordyRecord } from './wordy-group.ts'

const leader = idOf(701)

/** What is on record about the people and must not be found in the box. */
export interface Canaries {
  readonly childName: string
  readonly parentName: string
  readonly displayName: string
  readonly phone: string
  readonly bornOn: string
  readonly school: string
  readonly village: string
}

export const canaries: Canaries = {
  childName: '金丝雀小梅',
  parentName: '欧阳百灵',
  displayName: '梅梅同学',
  phone: '13900001111',
  bornOn: '2014-02-03',
  school: '杜鹃希望小学',
  village: '画眉村',
}

/** A sentence as somebody might type it into any field. */
export function gossip({
  childName,
  parentName,
  displayName,
  phone,
  bornOn,
  school,
  village,
}: Canaries): string {
  return `${village}${school}的${childName}（${displayName}，${bornOn}生）和${parentName}通话，电话${phone}。`
}

export function fileBoxInput(
  language: 'zh-CN' | 'en',
  changes: Partial<FileBoxInput> = {},
  known: Canaries = canaries,
  said: string = gossip(known),
): FileBoxInput {
  const { waves, seats, meetings, ...records } = groupWorld()
  const sharedWaves = [waves.before, waves.after]
  return {
    ...records,
    audience: 'evaluators',
    agency: { name: '虚构县星星社会工作服务中心', county: '虚构县', sample: true },
    group: wordyGroup(said, leader),
    programme: wordyProgramme(said),
    staff: [{ id: leader, name: '社工甲' }],
    families: records.families.map((family) => ({
      ...family,
      village: known.village,
      township: '',
    })),
    people: peopleOf(known),
    consents: familyNumbers.map(consentOf),
    seats: seats.map((seat) => ({
      ...seat,
      displayName: seat.personId === ids.childOf(1) ? known.displayName : '妈妈',
      leaveNote: said,
    })),
    meetings: meetings.map((meeting) => wordyMeeting(meeting, said, known.village)),
    meetingRecords: [wordyRecord(said)],
    waves: sharedWaves.map((wave) => ({ ...wave, title: said.slice(0, 110) })),
    sheets: records.sheets.map((sheet) => ({ ...sheet, note: said })),
    sheetsWithoutConsent: 0,
    contested: new Set(),
    reports: [reportOf()],
    steps: [
      {
        at: '2026-04-12T02:00:00Z',
        kind: 'meetingRecord',
        verb: 'submit',
        recordId: 'record 1',
        actor: '社工甲',
      },
    ],
    madeOn: '2026-05-20',
    madeAt: '2026-05-20T08:00:00Z',
    madeBy: '社工甲',
    version: '0.1.0',
    wording: wordings[language],
    ...changes,
  }
}

function reportOf(): FileBoxInput['reports'][number] {
  const fields = report.read({
    groupId: ids.group,
    form: 'evaluationSummary',
    madeOn: '2026-05-10',
    language: 'zh-CN',
    fileId: idOf(801),
    digest: '0'.repeat(64),
  })
  return { ...fields, id: idOf(802) }
}

function peopleOf(known: Canaries): FileBoxInput['people'] {
  return familyNumbers.flatMap((n) => {
    const both = { familyId: ids.family(n), phone: known.phone, hukouPlace: known.village }
    return [
      {
        ...person.read({
          ...both,
          role: 'child',
          name: n === 1 ? known.childName : `女儿国${n}号`,
          bornOn: known.bornOn,
          school: known.school,
          sex: 'female',
        }),
        id: ids.childOf(n),
      },
      {
        ...person.read({
          ...both,
          role: 'parent',
          name: n === 1 ? known.parentName : `大鹏鸟${n}号`,
        }),
        id: ids.parentOf(n),
      },
    ]
  })
}

function consentOf(n: number): FileBoxInput['consents'][number] {
  const fields = consent.read({
    familyId: ids.family(n),
    subjectId: ids.childOf(n),
    subjectBornOn: canaries.bornOn,
    purpose: 'group',
    textVersion: '2026-01',
    decision: 'given',
    givenById: ids.parentOf(n),
    decidedOn: '2026-03-01',
    proof: 'witnessedCall',
    witness: canaries.parentName,
    withdrawnBy: canaries.parentName,
    withdrawnWords: canaries.childName,
    assent: { answer: 'given', on: '2026-03-02', how: canaries.childName },
  })
  return { ...fields, id: `consent ${n}` }
}

/** The real texts of every room through the real library. */
function allWordsIn(language: 'zh-CN' | 'en'): Wording {
  const rooms = ['evaluation', 'inquiry', 'paperwork', 'groupwork', 'families']
  const read = (room: string): object =>
    JSON.parse(
      readFileSync(
        new URL(`../../../../content/texts/${language}/${room}.json`, import.meta.url),
        'utf8',
      ),
    )
  const library = createInstance({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(rooms.map((room) => [room, read(room)])) },
  })
  void library.init()
  return { language, translate: (key, values) => library.t(key, { ...values }) }
}

/** Read once: texts do not change under a test. */
const wordings = { 'zh-CN': allWordsIn('zh-CN'), en: allWordsIn('en') } as const
