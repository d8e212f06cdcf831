// The plan and the promises of a pair on the telephone of whoever is meant by them.
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
import {
  dueDayOf,
  isUnderWay,
  pledge,
  type PledgeEntry,
  pledgeMatters,
} from '../../core/contact/pledge.ts'
import { reachOn } from '../../core/families/availability-on.ts'
import { dayShape } from '../../core/kit/dates.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { writeList } from '../../core/kit/write-list.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { type PlanPage, showPlan, showPledges } from '../../family/contact-plan-page.ts'
import { newId } from '../access/accounts.ts'
import type { ContactGround } from './family-contact-ground.ts'
import { type Form, readAsk } from './family-contact-told.ts'
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

/** Words that wait for the parent's yes. */
export function isPlanWaiting(ground: ContactGround): boolean {
  const plan = findPlan(ground)
  return ground.teller === 'adult' && plan !== null && plan.adultAgreedOn === null
}

const planNotes = ['agreed', 'seen', 'changedSince', 'notTaken'] as const

export function showPlanAtHome(visit: ContactVisit): Answer {
  const { ground, context, link, language } = visit
  const words = wordsOf(visit)
  const plan = findPlan(ground)
  const note = planNotes.find((one) => one === context.req.query('note'))
  const names = nameThem(words, ground)
  const wording = {
    text: words,
    day: (day: string) => sayDay(language, day),
    list: (items: readonly string[]) => writeList(items, language),
  }
  const body = showPlan(words, readDrawing, {
    title: words('contact:plan.sheetTitle', names),
    lines: plan === null ? [] : listPlanLines(plan, names, wording),
    helper: ground.people.find(({ id }) => id === plan?.caregiverId)?.name ?? '',
    ahead: plan === null ? [] : listAhead(visit, plan),
    state: plan === null ? [] : sayState(visit, plan),
    asks: plan === null ? null : findAsk(ground, plan, link.personId),
    note:
      note === undefined
        ? null
        : {
            words: words(`family:contactPlan.note.${note}`),
            wrong: note === 'changedSince' || note === 'notTaken',
          },
    home: addressIn(context, {}),
  })
  return sendPage(visit, body)
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

function byDay(left: PledgeEntry, right: PledgeEntry): number {
  return left.madeOn.localeCompare(right.madeOn)
}

/** Made on this page today, and nothing came of it yet: it may have been a slip. */
function isFresh({ by, toldBy, madeOn, state }: PledgeEntry, today: string): boolean {
  return by === 'adult' && toldBy === 'adult' && madeOn === today && state === 'open'
}

/** Told by the parent today. */
function isJustTold({ settledOn, settledToldBy }: PledgeEntry, today: string): boolean {
  return settledOn === today && settledToldBy === 'adult'
}

const pledgeNotes = ['pledgeTold', 'pledgeMade', 'pledgeNeedsDay', 'takenBack', 'notTaken'] as const

export function showPledgesAtHome(visit: ContactVisit): Answer {
  const { house, ground, context, language } = visit
  const words = wordsOf(visit)
  const note = pledgeNotes.find((one) => one === context.req.query('note'))
  const names = nameThem(words, ground)
  const today = house.today()
  const sayLine = (its: PledgeEntry): string => {
    const due = dueDayOf(its)
    return words(`family:contactPledge.${due === null ? 'line' : 'lineDue'}`, {
      name: names[its.by],
      about: words(`contact:about.${its.about}`),
      day: sayDay(language, its.madeOn),
      due: due === null ? '' : sayDay(language, due),
    })
  }
  const all = ground.pledges.toSorted(byDay)
  const body = showPledges(words, {
    title: words('contact:pledge.title'),
    note: note === undefined ? '' : words(`family:contactNote.${note}`),
    open: all
      .filter((its) => isUnderWay(its) && !(its.state === 'moved' && isJustTold(its, today)))
      .map((its) => ({
        ...{ id: its.id, words: sayLine(its) },
        ...{ asks: its.by === 'adult', undo: isFresh(its, today) },
      })),
    told: all
      .filter((its) => its.by === 'adult' && isJustTold(its, today))
      .map((its) => ({
        id: its.id,
        words: `${sayLine(its)} · ${words(`contact:pledge.state.${its.state}`)}`,
      })),
    matters: pledgeMatters.map((value) => ({ value, words: words(`contact:about.${value}`) })),
    ask: newId(),
    today,
    home: addressIn(context, {}),
  })
  return sendPage(visit, body)
}

export async function takePledge(visit: ContactVisit, form: Form): Promise<Response> {
  const note =
    form['step'] === 'promise' ? await makePledge(visit, form) : await settle(visit, form)
  const { context } = visit
  return context.redirect(addressIn(context, { page: 'pledges', note }), 303)
}

type PledgeNote = (typeof pledgeNotes)[number]

/** The parent's own; a child promises for itself. */
async function makePledge(visit: ContactVisit, form: Form): Promise<PledgeNote> {
  const { house, link, ground } = visit
  const ask = readAsk(form)
  const about = pledgeMatters.find((one) => one === form['about'])
  if (ground.teller !== 'adult' || ask === null || about === undefined) return 'notTaken'
  const recordId = deriveId('linkPledge', link.id, ask)
  if (ground.pledges.some(({ id }) => id === recordId)) return 'pledgeMade'
  const whose = { familyId: link.familyId, pairId: ground.pair.id, by: 'adult', toldBy: 'adult' }
  const fields = { ...whose, about, madeOn: house.today() }
  const refused = await writeForFamily(house, link, [
    { kind: pledge, recordId, verb: 'create', fields },
  ])
  return refused === null ? 'pledgeMade' : 'notTaken'
}

async function settle(visit: ContactVisit, form: Form): Promise<PledgeNote> {
  const { house, ground } = visit
  const its = ground.pledges.find(({ id }) => id === form['pledge'])
  if (its === undefined || ground.teller !== 'adult' || its.by !== 'adult') return 'notTaken'
  if (form['state'] === 'undo') return undo(visit, its)
  const state = (['kept', 'broken', 'moved'] as const).find((one) => one === form['state'])
  if (state === undefined) return 'notTaken'
  // Sent twice, or settled by somebody else meanwhile: what stands there stands.
  if (!isUnderWay(its)) return 'pledgeTold'
  const day = dayShape.safeParse(form['movedTo'])
  if (state === 'moved' && !day.success) return 'pledgeNeedsDay'
  const movedTo = state === 'moved' && day.success ? day.data : its.movedTo
  return write(visit, its, {
    ...{ state, settledOn: house.today(), movedTo, settledToldBy: 'adult' },
  })
}

/** A slip: what was promised here today is gone, what was told here today is open again. */
async function undo(visit: ContactVisit, its: PledgeEntry): Promise<PledgeNote> {
  const { house, link } = visit
  const today = house.today()
  if (isFresh(its, today)) {
    const refused = await writeForFamily(house, link, [
      { kind: pledge, recordId: its.id, verb: 'remove', fields: {} },
    ])
    return refused === null ? 'takenBack' : 'notTaken'
  }
  if (!isJustTold(its, today)) return isUnderWay(its) ? 'takenBack' : 'notTaken'
  const open = { state: 'open', settledOn: null, movedTo: null, settledToldBy: null }
  return (await write(visit, its, open)) === 'pledgeTold' ? 'takenBack' : 'notTaken'
}

async function write(
  { house, link }: ContactVisit,
  { id: recordId, ...before }: PledgeEntry,
  fields: object,
): Promise<PledgeNote> {
  const refused = await writeForFamily(house, link, [
    {
      ...{ kind: pledge, recordId, verb: 'edit' },
      ...{ fields: fieldsAsJson(fields), before: fieldsAsJson(before) },
    },
  ])
  return refused === null ? 'pledgeTold' : 'notTaken'
}
