import { NativeSelect } from '@mantine/core'
import { useParams, useSearchParams } from 'react-router'
import type { PairEntry } from '../../../core/assessment/profile/pair-evidence.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { EmptyState, Page, text } from '../../kit/index.ts'
import { useReadLog, useRecords } from '../../sync/index.ts'
import { ProfileSections } from './profile-sections.tsx'

/** What is known of one child and one adult, both sides beside each other; read only. */
export function ProfilePage() {
  const { familyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const pairs = useRecords(pair, { familyId })
  const people = useRecords(person, { familyId })
  useReadLog('family', pairs.length === 0 ? null : familyId)
  const shown = pairs.find(({ id }) => id === search.get('pair')) ?? pairs[0]
  const nameOf = ({ childId, adultId }: PairEntry): string => {
    const name = (personId: string) => people.find(({ id }) => id === personId)?.name ?? ''
    return text('assessment:profile.of', { child: name(childId), adult: name(adultId) })
  }
  const back = { to: `/families/${familyId}`, label: text('kit:back') }
  if (shown === undefined)
    return (
      <Page title={text('assessment:profile.title')} back={back}>
        <EmptyState
          title={text('assessment:profile.nobody')}
          hint={text('assessment:profile.nobodyHint')}
        />
      </Page>
    )
  return (
    <Page title={text('assessment:profile.title')} back={back} wide>
      <NativeSelect
        label={text('assessment:profile.which')}
        description={text('assessment:profile.hint')}
        data={pairs.map((one) => ({ value: one.id, label: nameOf(one) }))}
        value={shown.id}
        onChange={({ currentTarget }) =>
          setSearch({ pair: currentTarget.value }, { replace: true })
        }
      />
      <ProfileSections pair={shown} />
    </Page>
  )
}
