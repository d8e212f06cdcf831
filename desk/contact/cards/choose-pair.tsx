import { Select } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { mayReach } from '../../../core/families/may-reach.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { compareNames, text } from '../../kit/index.ts'
import { useMayAct, useRecords } from '../../sync/index.ts'

/** For whom a card is: chosen here, where nobody came from a pair's own page; it goes along to the other cards. */
export function ChoosePair({ chosen }: { readonly chosen: string | null }) {
  const [search, setSearch] = useSearchParams()
  const may = useMayAct()
  const open = new Map(useRecords(family, { state: 'open' }).map((one) => [one.id, one]))
  const people = new Map(useRecords(person).map((one) => [one.id, one]))
  const restrictions = useRecords(restrictedParty)
  const pairs = useRecords(pair).filter(
    ({ familyId, adultId, childId }) =>
      open.has(familyId) &&
      people.get(adultId)?.alive === true &&
      mayReach(restrictions, adultId, childId) &&
      may('cardShown', 'create', `family:${familyId}`),
  )
  if (pairs.length === 0) return null
  const data = pairs
    .map(({ id, familyId, childId, adultId }) => ({
      value: id,
      label: `${text('contact:home.pair', {
        child: people.get(childId)?.name ?? '',
        adult: people.get(adultId)?.name ?? '',
      })} · ${open.get(familyId)?.code ?? ''}`,
    }))
    .toSorted((left, right) => compareNames(left.label, right.label))
  const choose = (pairId: string | null) => {
    const its = pairs.find(({ id }) => id === pairId)
    const kept = new URLSearchParams(search)
    if (its === undefined) {
      kept.delete('home')
      kept.delete('pair')
    } else {
      kept.set('home', its.familyId)
      kept.set('pair', its.id)
    }
    setSearch(kept, { replace: true })
  }
  return (
    <Select
      label={text('cards:page.forPair')}
      description={text('cards:page.forPairHint')}
      placeholder={text('cards:page.choosePair')}
      data={data}
      value={data.some(({ value }) => value === chosen) ? chosen : null}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text('kit:remove') }}
      nothingFoundMessage={text('casework:list.noChild')}
      onChange={choose}
      maw={420}
    />
  )
}
