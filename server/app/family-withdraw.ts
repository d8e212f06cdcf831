// Somebody of a family takes back on their own page what they agreed to: one tap to choose, one to confirm (PIPL 15: as easy as agreeing).
import { html } from 'hono/html'
import { consent, type Consent, knownPurposes } from '../../core/families/consent.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { groupedBy } from '../../core/kit/grouped-by.ts'
import { writeDay } from '../../core/kit/write-day.ts'
import type { Html } from '../../family/page.ts'
import { showRightsDoor } from '../../family/rights-page.ts'
import {
  type Agreed,
  showAgreed,
  showSure,
  showTakeBackDoor,
  showTakenBack,
} from '../../family/withdraw-page.ts'
import { readNotice } from './consent-notices.ts'
import { addressIn, send, type Visit } from './family-send.ts'
import { writeForFamily } from './family-takers.ts'
import { lookAt } from './record-store.ts'

type Form = Readonly<Record<string, string>>
type Said = Consent & { readonly id: string }

interface Ground {
  readonly holder: string
  readonly names: ReadonlyMap<string, string>
  /** What the holder agreed to, by child and purpose; also what they took back already. */
  readonly said: ReadonlyMap<string, readonly Said[]>
}

const whichOf = ({ subjectId, purpose }: Said) => `${purpose} ${subjectId}`
const stands = ({ withdrawnOn, setAsideOn }: Said) => withdrawnOn === null && setAsideOn === null

/** FAM-71: only what the holder of the link said themselves, of children they are not kept away from. */
async function readGround({ house, link }: Visit): Promise<Ground> {
  const { familyId, personId } = link
  return lookAt(house, link.agencyId, async (look) => {
    const people = await look.many(person, { familyId })
    const restrictions = await look.many(restrictedParty, { familyId })
    const own = (await look.many(consent, { familyId })).filter(
      ({ decision, givenById, subjectId }) =>
        decision === 'given' &&
        givenById === personId &&
        mayReach(restrictions, personId, subjectId),
    )
    return {
      holder: people.find(({ id }) => id === personId)?.name ?? '',
      names: new Map(people.map(({ id, name }) => [id, name])),
      // In one order, whatever was written since: a receipt sent again is the same.
      said: groupedBy(
        own.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
        whichOf,
      ),
    }
  })
}

function titleOf(visit: Visit, ground: Ground, one: Said): string {
  const words = visit.house.words(visit.language)
  const point = readNotice(visit.language).purposes.find(({ purpose }) => purpose === one.purpose)
  const what = point?.title ?? words(`families:purpose.${one.purpose}.short`)
  const children = new Set([...ground.said.values()].flat().map(({ subjectId }) => subjectId))
  return children.size === 1
    ? what
    : words('family:takeBack.of', { child: ground.names.get(one.subjectId) ?? '', what })
}

/** Child by child in the order of the consent form; what ends everything stands last, and apart. */
function compareSaid([left]: readonly Said[], [right]: readonly Said[]): number {
  if (left === undefined || right === undefined) return 0
  const place = ({ purpose }: Said): number =>
    purpose === 'service' ? knownPurposes.length : knownPurposes.indexOf(purpose)
  return place(left) - place(right) || (left.subjectId < right.subjectId ? -1 : 1)
}

const home = (visit: Visit) => addressIn(visit.context, {})

/** Both doors at the foot of a page whose work is done: what is held, and what was agreed to. */
export async function showDoors(visit: Visit): Promise<Html> {
  const words = visit.house.words(visit.language)
  const rights = showRightsDoor(words, addressIn(visit.context, { ask: '1' }))
  const { said } = await readGround(visit)
  return [...said.values()].some((all) => all.some(stands))
    ? html`${rights}${showTakeBackDoor(words, addressIn(visit.context, { ask: 'back' }))}`
    : rights
}

/** What can be taken back. */
export async function showTakeBack(visit: Visit, failed = false): Promise<Response> {
  const words = visit.house.words(visit.language)
  const ground = await readGround(visit)
  const inOrder = [...ground.said].toSorted(([, left], [, right]) => compareSaid(left, right))
  const agreed = inOrder.flatMap(([which, all]): readonly Agreed[] => {
    const last = all.filter(stands).at(-1)
    if (last === undefined) return []
    const day = writeDay(last.decidedOn, visit.language)
    const title = titleOf(visit, ground, last)
    const endsAll = last.purpose === 'service'
    return [{ which, title, endsAll, since: words('family:takeBack.since', { day }) }]
  })
  const body = showAgreed(words, { agreed, failed, home: home(visit) })
  return send(visit, words('family:takeBack.title'), body, visit.scripted)
}

/**
 * FAM-71: chosen, it says what it means; confirmed, it is taken back at once. Sent again it finds it taken back and shows the same
 * receipt; what the holder never said is not there to be chosen.
 */
export async function takeBack(visit: Visit, form: Form): Promise<Response> {
  const { house, link, language } = visit
  const words = house.words(language)
  const ground = await readGround(visit)
  const which = form['which'] ?? ''
  const all = ground.said.get(which) ?? []
  const live = all.filter(stands)
  // What only counts no more was not taken back by anybody: of that there is no receipt.
  const shown = (live.length > 0 ? live : all.filter(({ withdrawnOn }) => withdrawnOn !== null)).at(
    -1,
  )
  if (shown === undefined) return showTakeBack(visit)
  const title = titleOf(visit, ground, shown)
  const then = words(`families:purpose.${shown.purpose}.afterWithdrawal`)
  if (form['sure'] === undefined) {
    const body = showSure(words, { which, title, then, home: home(visit) })
    return send(visit, words('family:takeBack.title'), body, visit.scripted)
  }
  const on = house.today()
  const input = { on, by: ground.holder, byLink: true }
  const refused =
    live.length === 0
      ? null
      : await writeForFamily(
          house,
          link,
          live.map(({ id }) => ({ kind: consent, recordId: id, verb: 'withdraw', input })),
        )
  if (refused !== null) return showTakeBack(visit, true)
  // Shown at once and not at an address of its own: what was taken back may have ended this very link.
  const day = writeDay(shown.withdrawnOn ?? on, language)
  const number = shown.id.slice(-6)
  const body = showTakenBack(words, { title, then, day, number, home: home(visit) })
  return send(visit, words('family:takeBack.doneTitle'), body, visit.scripted)
}
