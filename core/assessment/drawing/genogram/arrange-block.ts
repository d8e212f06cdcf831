// One block of a generation: families of brothers and sisters that couples bind together.
import type { Kinship } from './kinship.ts'

type Side = 'left' | 'right'

interface Block {
  readonly kinship: Kinship
  readonly hints: ReadonlyMap<string, number>
  /** Whoever married in and has no family of their own here stands beside the one they married. */
  readonly beside: ReadonlyMap<string, readonly string[]>
  readonly marriedIn: ReadonlySet<string>
  readonly seen: Set<string>
}

/** From left to right: a couple's two families lie on either side of it. */
export function arrangeBlock(
  ids: ReadonlySet<string>,
  kinship: Kinship,
  hints: ReadonlyMap<string, number>,
): readonly string[] {
  const { beside, marriedIn } = findMarriedIn(ids, kinship)
  const block: Block = { kinship, hints, beside, marriedIn, seen: new Set() }
  const roots = [...ids]
    .filter((id) => !marriedIn.has(id))
    .sort((left, right) => kinship.rank(left) - kinship.rank(right))
  return roots.flatMap((id) => (block.seen.has(id) ? [] : arrangeFamily(id, null, block)))
}

/** Takes away, again and again, whoever has no parents here and one partner left. */
function findMarriedIn(ids: ReadonlySet<string>, kinship: Kinship) {
  const beside = new Map<string, readonly string[]>()
  const marriedIn = new Set<string>()
  const inOrder = [...ids].sort((left, right) => kinship.rank(left) - kinship.rank(right))
  for (let before = -1; before < marriedIn.size; ) {
    before = marriedIn.size
    for (const id of inOrder) {
      if (marriedIn.has(id) || kinship.originOf(id) !== undefined) continue
      const left = kinship.partnersOf(id).filter((one) => ids.has(one) && !marriedIn.has(one))
      const [partner] = left
      if (left.length !== 1 || partner === undefined) continue
      marriedIn.add(id)
      beside.set(partner, [...(beside.get(partner) ?? []), id])
    }
  }
  return { beside, marriedIn }
}

function arrangeFamily(startId: string, entry: Side | null, block: Block): readonly string[] {
  const { kinship, seen } = block
  const siblings = kinship.siblingsOf(startId)
  const members = siblings.length === 0 ? [startId] : siblings
  for (const id of members) seen.add(id)
  const left: string[] = []
  const right: string[] = []
  if (entry === 'left') left.push(startId)
  if (entry === 'right') right.push(startId)
  const bridging = members
    .filter((id) => id !== startId || entry === null)
    .filter((id) => bridgesOf(id, block).length > 0)
  for (const id of bridging) {
    const other = bridgesOf(id, block)[0] ?? id
    const wanted =
      entry === 'left' ? 'right' : entry === 'right' ? 'left' : sideOf(id, other, block)
    const side = wanted === 'right' && right.length > 0 && left.length === 0 ? 'left' : wanted
    if (side === 'left') left.unshift(id)
    else right.push(id)
  }
  const edges = new Set([...left, ...right])
  return [
    ...left.filter((id) => bridging.includes(id)).flatMap((id) => beyond(id, 'left', block)),
    ...left.flatMap((id) => withPartners(id, 'left', block)),
    ...members.filter((id) => !edges.has(id)).flatMap((id) => withPartners(id, null, block)),
    ...right.flatMap((id) => withPartners(id, 'right', block)),
    ...right.filter((id) => bridging.includes(id)).flatMap((id) => beyond(id, 'right', block)),
  ]
}

/** Partners who bring a family of their own. */
function bridgesOf(id: string, { kinship, marriedIn, seen }: Block): readonly string[] {
  return kinship.partnersOf(id).filter((one) => !marriedIn.has(one) && !seen.has(one))
}

function beyond(id: string, side: Side, block: Block): readonly string[] {
  const families: (readonly string[])[] = []
  for (const other of bridgesOf(id, block))
    if (!block.seen.has(other))
      families.push(arrangeFamily(other, side === 'left' ? 'right' : 'left', block))
  return (side === 'left' ? families.reverse() : families).flat()
}

/** On the side on which the partner's parents or children already stand; else the man's family lies left. */
function sideOf(id: string, partnerId: string, { kinship, hints }: Block): Side {
  const own = hints.get(id)
  const other = hints.get(partnerId)
  if (own !== undefined && other !== undefined && own !== other)
    return other < own ? 'left' : 'right'
  return isFirst(id, partnerId, kinship) ? 'right' : 'left'
}

/** Stands left in a couple: the man; where that says nothing, the elder. */
function isFirst(id: string, partnerId: string, { person, rank }: Kinship): boolean {
  const own = person(id)?.sex
  const other = person(partnerId)?.sex
  if (own !== other && (own === 'male' || other === 'female')) return true
  if (own !== other && (own === 'female' || other === 'male')) return false
  return rank(id) < rank(partnerId)
}

/** Somebody with whoever married them: earlier partners left, the latest right; at a bridge all on the inner side. */
function withPartners(id: string, edge: Side | null, block: Block): readonly string[] {
  block.seen.add(id)
  const { kinship } = block
  const mine = block.beside.get(id) ?? []
  const partners = kinship.partnersOf(id).filter((one) => mine.includes(one))
  const last = partners.at(-1)
  const rightOnes =
    edge === 'left'
      ? partners
      : edge === 'right' || last === undefined
        ? []
        : partners.length > 1 || isFirst(id, last, kinship)
          ? [last]
          : []
  const leftOnes = partners.filter((one) => !rightOnes.includes(one))
  return [
    ...leftOnes.flatMap((one) => outward(one, 'left', block)),
    id,
    ...[...rightOnes].reverse().flatMap((one) => outward(one, 'right', block)),
  ]
}

/** A partner with earlier partners of their own, further out. */
function outward(id: string, side: Side, block: Block): readonly string[] {
  block.seen.add(id)
  const own = (block.beside.get(id) ?? []).flatMap((one) => outward(one, side, block))
  return side === 'left' ? [...own, id] : [id, ...own]
}
