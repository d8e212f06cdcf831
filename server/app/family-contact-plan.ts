// The plan of a pair on the telephone of whoever is meant by it.
import { contactPlan } from '../../core/contact/contact-plan.ts'
import {
  type ContactPlanEntry,
  contactPlanInForce,
  isContactPlanFrozen,
  newestContactPlan,
  stateOfContactPlan,
  wordingOfContactPlan,
} from '../../core/contact/contact-plan-shape.ts'
import { listPlanLines } from '../../core/contact/list-plan-lines.ts'
import { listWindowsAhead } from '../../core/contact/list-windows-ahead.ts'
import { reachOn } from '../../core/families/availability-on.ts'
import { writeList } from '../../core/kit/write-list.ts'
import {
  type PlanPage,
  type PlanPoint,
  showPlan,
  showPlanPoint,
} from '../../family/contact-plan-page.ts'
import type { ContactGround } from './family-contact-ground.ts'
import type { Form } from './family-contact-told.ts'
import { type Answer, type ContactVisit, sendPage, wordsOf } from './family-contact-visit.ts'
import { nameThem } from './family-contact-words.ts'
import { addressIn } from './family-send.ts'
import { writeForFamily } from './family-takers.ts'
import { readDrawing } from './read-drawing.ts'
import { sayDay } from './say-day.ts'

/** CPL-9: the version that one side has said yes to, else the one that holds; what is still being written is nobody's at home. */
function findPlan({ plans, pair }: ContactGround): ContactPlanEntry | null {
  const newest = newestContactPlan(plans, pair.id)
  if (newest !== null && stateOfContactPlan(newest) === 'draft' && isContactPlanFrozen(newest))
    return newest
  return contactPlanInForce(plans, pair.id)
}

function findAsk(
  ground: ContactGround,
  plan: ContactPlanEntry,
  holderId: string,
): PlanPage['asks'] {
  const said = { planId: plan.id, wording: wordingOfContactPlan(plan) }
  if (ground.teller === 'adult')
    return plan.adultAgreedOn === null ? { step: 'agree', ...said } : null
  return plan.caregiverId === holderId && plan.caregiverSawOn === null
    ? { step: 'witness', ...said }
    : null
}

/** Words that wait for the parent's yes, or for the caregiver who helps to have heard them. */
export function isPlanWaiting(ground: ContactGround, holderId: string): boolean {
  const plan = findPlan(ground)
  return plan !== null && findAsk(ground, plan, holderId) !== null
}

const planNotes = ['agreed', 'seen', 'changedSince', 'notTaken'] as const

export function showPlanAtHome(visit: ContactVisit): Answer {
  const { ground, context, link, language } = visit
  const words = wordsOf(visit)
  const plan = findPlan(ground)
  const asks = plan === null ? null : findAsk(ground, plan, link.personId)
  // An address kept from an earlier plan does not say of this one that it was answered.
  const asked = planNotes.find(
    (one) =>
      one === context.req.query('note') && (asks === null || (one !== 'agreed' && one !== 'seen')),
  )
  const isByPoint = ground.teller === 'caregiver' && plan !== null
  const note = isByPoint && isOtherPlan(visit, plan) ? 'changedSince' : asked
  const names = nameThem(words, ground)
  const wording = {
    text: words,
    day: (day: string) => sayDay(language, day),
    list: (items: readonly string[]) => writeList(items, language),
  }
  const page: PlanPage = {
    title: words('contact:plan.sheetTitle', names),
    lines:
      plan === null
        ? []
        : listPlanLines(plan, names, wording, { ownSign: ground.teller === 'adult' }),
    helper: ground.people.find(({ id }) => id === plan?.caregiverId)?.name ?? '',
    ahead: plan === null ? [] : listAhead(visit, plan),
    state: plan === null ? [] : sayState(visit, plan),
    asks,
    note:
      note === undefined
        ? null
        : {
            words: words(`family:contactPlan.note.${note}`),
            wrong: note === 'changedSince' || note === 'notTaken',
          },
    home: addressIn(context, {}),
  }
  return sendPage(
    visit,
    isByPoint
      ? showPlanPoint(words, readDrawing, { ...page, ...findPoint(visit, plan, page) })
      : showPlan(words, readDrawing, page),
  )
}

/** The words were changed between one point and the next. */
function isOtherPlan({ context }: ContactVisit, plan: ContactPlanEntry): boolean {
  const of = context.req.query('of')
  return of !== undefined && of !== markOfPlan(plan)
}

const markOfPlan = (plan: ContactPlanEntry) => wordingOfContactPlan(plan).slice(0, 16)

/** CPL-11: which point of the plan this page shows; of words that were changed meanwhile the first again, and after a word said here the end. */
function findPoint(
  visit: ContactVisit,
  plan: ContactPlanEntry,
  { lines, note }: PlanPage,
): PlanPoint {
  const { context } = visit
  const last = lines.length + 1
  const isSaid = note !== null && !note.wrong
  const asked = isSaid ? last : Number(context.req.query('at') ?? '1')
  const isKnown = Number.isInteger(asked) && asked >= 1 && asked <= last
  const at = isKnown && !isOtherPlan(visit, plan) ? asked : 1
  const pageOf = (point: number) =>
    addressIn(context, { page: 'plan', at: String(point), of: markOfPlan(plan) })
  return {
    at,
    before: at === 1 ? null : pageOf(at - 1),
    next: at === last ? null : pageOf(at + 1),
    again: pageOf(1),
  }
}

const mostAhead = 4

/** The next windows by the weeks of the parent's shift; to the parent also what they said of those hours. */
function listAhead(visit: ContactVisit, plan: ContactPlanEntry): readonly string[] {
  const { house, ground, language } = visit
  const words = wordsOf(visit)
  const { adultTimes, teller } = ground
  return listWindowsAhead(plan, adultTimes, house.today())
    .slice(0, mostAhead)
    .map(({ on, at }) => {
      const reach = adultTimes === null ? 'unknown' : reachOn(adultTimes, null, on, at).state
      const own = teller === 'adult' && reach !== 'unknown'
      return `${sayDay(language, on)} ${at}${own ? ` · ${words(`family:contactPlan.reach.${reach}`)}` : ''}`
    })
}

function sayState(visit: ContactVisit, plan: ContactPlanEntry): readonly string[] {
  const { ground, language } = visit
  const words = wordsOf(visit)
  const { adultTimes, teller } = ground
  const shift = adultTimes?.shift ?? 'notAsked'
  const sides = [
    ['child', plan.childAgreedOn],
    ['adult', plan.adultAgreedOn],
  ] as const
  const names = nameThem(words, ground)
  return [
    ...(teller === 'adult' && shift !== 'notAsked'
      ? [
          words('family:contactPlan.shift', {
            shift: words(`families:availability.shifts.${shift}`),
          }),
        ]
      : []),
    ...sides.map(([side, on]) =>
      on === null
        ? words('family:contactPlan.open', { name: names[side] })
        : words('family:contactPlan.agreedOn', { name: names[side], day: sayDay(language, on) }),
    ),
  ]
}

/** CPL-2: to the words that stood on the page, and no others. */
export async function takePlan(
  visit: ContactVisit,
  step: 'agree' | 'witness',
  form: Form,
): Promise<Response> {
  const { house, link, context, ground } = visit
  const plan = findPlan(ground)
  const asks = plan === null ? null : findAsk(ground, plan, link.personId)
  const go = (note: (typeof planNotes)[number]) =>
    context.redirect(addressIn(context, { page: 'plan', note }), 303)
  const done = step === 'agree' ? 'agreed' : 'seen'
  if (plan === null || plan.id !== form['plan']) return go('changedSince')
  // Sent twice: it stands.
  if (asks === null) return go(done)
  if (asks.step !== step || asks.wording !== form['wording']) return go('changedSince')
  const on = house.today()
  const input = step === 'agree' ? { by: 'adult', on, wording: asks.wording } : { on }
  const refused = await writeForFamily(house, link, [
    { kind: contactPlan, recordId: plan.id, verb: step, input },
  ])
  if (refused === null) return go(done)
  return go(refused.id === 'ContactPlanChangedSince' ? 'changedSince' : 'notTaken')
}
