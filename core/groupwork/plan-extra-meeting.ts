import { dayFor, type MeetingEntry } from './meeting.ts'
import { notYetHeld } from './plan-group.ts'
import { type Session, strandPlanShape } from './plan-shape.ts'
import { strands, type PlanStrand, type Strand } from './strand.ts'
import type { SupportGroup } from './support-group.ts'

/** Who comes: all together, children and parents each by themselves, or one strand alone. */
export const gatherings = ['together', 'apart', 'children', 'parents', 'guardians'] as const
export type Gathering = (typeof gatherings)[number]

export interface ExtraMeeting {
  readonly theme: string
  readonly gathering: Gathering
  readonly plannedOn: string
  readonly plannedAt: string
  readonly place: string
  readonly minutes: number
  /** A session of a programme whose plan is taken over as it stands; its own minutes count. */
  readonly ready?: Session | null
}

interface Shape {
  readonly form: MeetingEntry['form']
  readonly strands: readonly Strand[]
  readonly plans: readonly PlanStrand[]
}

const shapes: Readonly<Record<Gathering, Shape>> = {
  together: { form: 'joint', strands, plans: ['joint'] },
  apart: { form: 'parallel', strands: ['child', 'parent'], plans: ['child', 'parent'] },
  children: { form: 'parallel', strands: ['child'], plans: ['child'] },
  parents: { form: 'parallel', strands: ['parent'], plans: ['parent'] },
  guardians: { form: 'guardianCircle', strands: ['guardian'], plans: ['guardian'] },
}

/**
 * GRP-29: a meeting beside the programme's, under an id of its own: two phones that add one each without a network add two.
 * It takes the next free number, whatever its day, so that no number on paper changes; it belongs to the stage of the meeting before it, and its plan is still to be written, unless it is taken from a programme.
 */
export function planExtraMeeting(
  group: Pick<SupportGroup, 'onlineTool'> & { readonly id: string },
  meetings: readonly MeetingEntry[],
  extra: ExtraMeeting,
  id: string,
): MeetingEntry {
  const shape = shapes[extra.gathering]
  const no = Math.max(0, ...meetings.map((one) => one.no)) + 1
  const ready = extra.ready ?? null
  const empty = Object.fromEntries(
    shape.plans.map((strand) => [strand, strandPlanShape.parse({ minutes: extra.minutes })]),
  )
  return {
    id,
    groupId: group.id,
    no,
    stage: stageBefore(meetings, extra.plannedOn),
    form: shape.form,
    theme: extra.theme.trim(),
    aims: ready?.aims ?? [],
    targets: ready?.targets ?? [],
    indicators: ready?.indicators ?? [],
    risks: ready?.risks ?? [],
    strands: [...shape.strands],
    plannedOn: extra.plannedOn,
    plannedAt: extra.plannedAt,
    strandTimes: {},
    place: extra.place.trim(),
    onlineTool: group.onlineTool,
    plan: ready?.strands ?? empty,
    ...notYetHeld,
    extra: true,
  }
}

function stageBefore(meetings: readonly MeetingEntry[], day: string): MeetingEntry['stage'] {
  const earlier = meetings
    .filter((one) => dayFor(one, one.strands[0] ?? 'child') <= day)
    .sort((left, right) => left.plannedOn.localeCompare(right.plannedOn))
  return earlier.at(-1)?.stage ?? 'preparation'
}
