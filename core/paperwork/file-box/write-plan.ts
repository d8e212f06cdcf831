import type { MeetingEntry } from '../../groupwork/meeting.ts'
import { learningProcesses, type StrandPlan } from '../../groupwork/plan-shape.ts'
import { planStrands, type PlanStrand } from '../../groupwork/strand.ts'
import type { Block, BoxPart } from './file-box.ts'
import {
  columnsOf,
  factsBlock,
  heading,
  listBlock,
  paragraphs,
  tableBlock,
  under,
  wordFile,
  type Writing,
} from './writing.ts'

/** Part 01: the group's plan and every meeting's plan, with the learning process that each segment serves (F3, F4). */
export function writePlan(writing: Writing): BoxPart {
  const { input, say } = writing
  const meetings = input.meetings.toSorted((left, right) => left.no - right.no)
  const title = say('part.plan.title')
  const unplanned = meetings.filter((meeting) => plansOf(meeting).length === 0)
  return {
    no: '01',
    title,
    form: say('part.plan.form'),
    count: say('count.meetings', { count: meetings.length }),
    files: [
      wordFile(`01-${say('part.plan.file')}`, {
        title,
        wide: false,
        blocks: [
          ...writeGroup(writing),
          ...under(say('plan.overview'), writeOverview(writing, meetings)),
          ...under(say('plan.coverage'), writeCoverage(writing, meetings)),
          ...meetings.flatMap((meeting) => writeMeetingPlan(writing, meeting)),
        ],
      }),
    ],
    leftOut: [
      ...(input.group.aims.length === 0 ? [say('leftOut.noAims')] : []),
      ...unplanned.map(({ no }) => say('leftOut.noPlan', { no })),
    ],
  }
}

function plansOf({ plan }: MeetingEntry): readonly (readonly [PlanStrand, StrandPlan])[] {
  return planStrands.flatMap((strand) => {
    const own = plan[strand]
    return own === undefined || own.segments.length === 0 ? [] : [[strand, own] as const]
  })
}

function writeGroup({ input, say, translate, hide, hideInPlan }: Writing): readonly Block[] {
  const { group, programme, staff } = input
  const nameOf = (id: string): string => staff.find((one) => one.id === id)?.name ?? ''
  const gap = translate('paperwork:summary.nameGap')
  const team = Object.entries(group.team)
    .filter(([id]) => nameOf(id) !== '')
    .map(([id, role]) => `${nameOf(id)} (${translate(`groupwork:teamRole.${role}`)})`)
  const span = [group.startedOn ?? group.startsOn, group.closedOn ?? group.endsOn]
  return [
    factsBlock([
      [say('fact.group'), hide(group.title)],
      [say('fact.code'), group.code],
      [
        say('fact.programme'),
        hideInPlan([programme?.title ?? '', group.programmeVersion].join(' ').trim()),
      ],
      [say('fact.nature'), translate('paperwork:summary.nature')],
      [say('fact.state'), translate(`groupwork:groupState.${group.state}`)],
      [say('fact.span'), span.map((day) => day ?? '?').join(' – ')],
      [say('fact.team'), team.join(gap)],
    ]),
    ...under(say('plan.aims'), listBlock(group.aims.map(hide))),
    ...under(say('plan.theory'), paragraphs(hideInPlan(programme?.theory ?? ''))),
    ...under(say('plan.audience'), paragraphs(hideInPlan(programme?.audience ?? ''))),
    ...under(say('plan.safety'), listBlock((programme?.safetyRules ?? []).map(hideInPlan))),
    ...under(say('plan.contract'), listBlock(group.contract.map(hide))),
  ]
}

function writeOverview(
  { say, translate, hideInPlan }: Writing,
  meetings: readonly MeetingEntry[],
): readonly Block[] {
  const columns = columnsOf({ say }, [
    ['no', 5],
    ['day', 13],
    ['theme', 20],
    ['stage', 13],
    ['meetingForm', 13],
    ['targets', 21],
    ['plannedMinutes', 15],
  ])
  const gap = translate('paperwork:summary.nameGap')
  return tableBlock(
    columns,
    meetings.map((meeting) => [
      String(meeting.no),
      meeting.heldOn ?? meeting.plannedOn,
      hideInPlan(meeting.theme),
      translate(`groupwork:stage.${meeting.stage}`),
      translate(`groupwork:form.${meeting.form}`),
      meeting.targets.map((target) => translate(`groupwork:target.${target}`)).join(gap),
      plansOf(meeting)
        .map(([strand, { minutes }]) => `${translate(`groupwork:strand.${strand}`)} ${minutes}`)
        .join('\n'),
    ]),
  )
}

/** How many planned segments and minutes serve each process of social learning theory. */
function writeCoverage(
  { say, translate }: Writing,
  meetings: readonly MeetingEntry[],
): readonly Block[] {
  const segments = meetings.flatMap((meeting) =>
    plansOf(meeting).flatMap(([, plan]) => plan.segments),
  )
  if (segments.length === 0) return []
  const lines = [...learningProcesses, null].map((process) => {
    const own = segments.filter((segment) => segment.process === process)
    return [
      process === null ? say('plan.noProcess') : translate(`groupwork:process.${process}`),
      String(own.length),
      String(own.reduce((sum, { minutes }) => sum + minutes, 0)),
    ]
  })
  const columns = columnsOf({ say }, [
    ['process', 40],
    ['segments', 30],
    ['minutes', 30],
  ])
  return tableBlock(columns, lines)
}

function writeMeetingPlan(writing: Writing, meeting: MeetingEntry): readonly Block[] {
  const { say, translate, hideInPlan } = writing
  return [
    heading(say('meeting', { no: meeting.no, theme: hideInPlan(meeting.theme) })),
    ...under(say('plan.meetingAims'), listBlock(meeting.aims.map(hideInPlan)), 2),
    ...under(say('plan.indicators'), listBlock(meeting.indicators.map(hideInPlan)), 2),
    ...under(say('plan.risks'), listBlock(meeting.risks.map(hideInPlan)), 2),
    ...plansOf(meeting).flatMap(([strand, plan]) => [
      heading(
        say('plan.strand', {
          strand: translate(`groupwork:strand.${strand}`),
          minutes: plan.minutes,
        }),
        2,
      ),
      ...writeSegments(writing, plan),
    ]),
  ]
}

function writeSegments(
  { say, translate, hideInPlan }: Writing,
  plan: StrandPlan,
): readonly Block[] {
  const columns = columnsOf({ say }, [
    ['minutes', 8],
    ['segment', 20],
    ['process', 14],
    ['purpose', 24],
    ['content', 34],
  ])
  const rows = plan.segments.map((segment) => [
    String(segment.minutes),
    hideInPlan(segment.title),
    segment.process === null ? '–' : translate(`groupwork:process.${segment.process}`),
    hideInPlan(segment.purpose),
    hideInPlan(segment.content),
  ])
  const task = plan.homeTask.trim()
  return [
    ...tableBlock(columns, rows),
    ...(task === '' ? [] : paragraphs(say('plan.homeTask', { task: hideInPlan(task) }))),
  ]
}
