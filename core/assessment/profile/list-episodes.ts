import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { Episode, EpisodeFacts, PairEntry, PairRecords } from './pair-evidence.ts'

/**
 * Episodes in which the child or the adult was seen and that the observer tied to the target. A child seen with another parent
 * and without this adult is about the other pair, an adult seen over a brother or sister too.
 */
export function listEpisodes(
  target: ProgrammeTarget,
  pair: PairEntry,
  { episodes, people }: Pick<PairRecords, 'episodes' | 'people'>,
): readonly Episode[] {
  const parents = people.filter(({ role }) => role === 'parent').map(({ id }) => id)
  return episodes
    .filter((one) => one.targets.includes(target) && isAbout(one, pair, parents))
    .map(({ id: episodeId, onDay: on, personIds, sense, seen, said, inference }) => {
      const sides = (['child', 'adult'] as const).filter((side) =>
        personIds.includes(side === 'child' ? pair.childId : pair.adultId),
      )
      return { episodeId, on, sides, sense, seen, said, inference }
    })
    .toSorted((left, right) => left.on.localeCompare(right.on))
}

function isAbout(episode: EpisodeFacts, pair: PairEntry, parents: readonly string[]): boolean {
  const { familyId, childId, personIds } = episode
  if (familyId !== pair.familyId) return false
  if (personIds.includes(pair.adultId))
    return childId === pair.childId || personIds.includes(pair.childId)
  return personIds.includes(pair.childId) && !personIds.some((id) => parents.includes(id))
}
