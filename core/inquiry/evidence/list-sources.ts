import { programmeTargets, type ProgrammeTarget } from '../programme-targets.ts'
import type { Words } from '../words.ts'
import type { EvidenceSource } from './evidence-source.ts'
import type { ShippedSource } from './shipped-source.ts'
import { certainties, type EvidenceDesign, type SourceFacts } from './source-facts.ts'

/** A source on the shelf: one that came along, or the agency's own. */
export interface ListedSource extends SourceFacts {
  readonly id: string
  readonly own: boolean
  readonly archived: boolean
}

/** Both kinds in one list, the stronger first, then the newer; undated last. */
export function listSources(
  shipped: readonly ShippedSource[],
  own: readonly (EvidenceSource & { readonly id: string })[],
): readonly ListedSource[] {
  return [
    ...shipped.map((one) => ({ ...one, own: false, archived: false })),
    ...own.map((one) => ({ ...one, own: true, archived: one.state === 'archived' })),
  ].toSorted(
    (left, right) =>
      certainties.indexOf(left.certainty) - certainties.indexOf(right.certainty) ||
      (right.year ?? 0) - (left.year ?? 0) ||
      compareText(left.title, right.title) ||
      compareText(left.id, right.id),
  )
}

export interface SourceFilter {
  readonly target: ProgrammeTarget | null
  readonly design: EvidenceDesign | null
  /** Every word of it stands somewhere in the source; in capitals or not. */
  readonly words: string
}

export function filterSources(
  sources: readonly ListedSource[],
  { target, design, words }: SourceFilter,
): readonly ListedSource[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  return sources.filter(
    (source) =>
      (target === null || source.targets.includes(target)) &&
      (design === null || source.design === design) &&
      asked.every((word) => textOf(source).includes(word)),
  )
}

function textOf(source: ListedSource): string {
  const both = (words: Words): string => `${words['zh-CN']} ${words.en}`
  return [
    ...[source.title, source.titleInOther, source.container, source.doi],
    ...[String(source.year ?? ''), ...source.authors],
    ...[source.population, source.place, source.shows, source.limits].map(both),
    ...source.effects.map(({ what }) => both(what)),
  ]
    .join(' ')
    .toLowerCase()
}

/** The cited sources in the order of a reference list: by author, then year. An id that is nowhere is left out. */
export function citedSources(
  sources: readonly ListedSource[],
  ids: readonly string[],
): readonly ListedSource[] {
  const author = ({ authors, title }: ListedSource): string => (authors[0] ?? title).toLowerCase()
  return sources
    .filter(({ id }) => ids.includes(id))
    .toSorted(
      (left, right) =>
        compareText(author(left), author(right)) ||
        (left.year ?? 0) - (right.year ?? 0) ||
        compareText(left.title, right.title),
    )
}

export interface OpenCitations {
  /** Targets that no cited source speaks of, in the programme's order. */
  readonly targets: readonly ProgrammeTarget[]
  readonly theory: boolean
}

/** What a plan works on and rests on without naming a source for it. */
export function findOpenCitations(
  cited: readonly SourceFacts[],
  plan: { readonly targets: readonly ProgrammeTarget[]; readonly restsOnTheory: boolean },
): OpenCitations {
  return {
    targets: programmeTargets.filter(
      (target) =>
        plan.targets.includes(target) && cited.every((source) => !source.targets.includes(target)),
    ),
    theory: plan.restsOnTheory && cited.every(({ onTheory }) => !onTheory),
  }
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
