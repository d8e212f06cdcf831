// The promises of a pair on the parent's telephone: what became of one, and a new one; in kind only, never its words.
import {
  dueDayOf,
  isUnderWay,
  pledge,
  type PledgeEntry,
  pledgeMatters,
  reopenPledge,
} from '../../core/contact/pledge.ts'
import { dayShape } from '../../core/kit/dates.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { showPledges } from '../../family/contact-plan-page.ts'
import { newId } from '../access/accounts.ts'
import { type Form, readAsk } from './family-contact-told.ts'
import { type Answer, type ContactVisit, sendPage, wordsOf } from './family-contact-visit.ts'
import { nameThem } from './family-contact-words.ts'
import { addressIn } from './family-send.ts'
import { writeForFamily } from './family-takers.ts'
import { sayDay } from './say-day.ts'

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
  const before = reopenPledge(its)
  return (await write(visit, its, before)) === 'pledgeTold' ? 'takenBack' : 'notTaken'
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
