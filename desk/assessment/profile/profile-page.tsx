import { Button, NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { PairEntry } from '../../../core/assessment/profile/pair-evidence.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { ConflictMark, EmptyState, Icon, Page, text, UnsentMark } from '../../kit/index.ts'
import { useReadLog } from '../../sync/index.ts'
import { usePairNames } from '../use-pair-names.ts'
import { CompareView } from './compare-view.tsx'
import { ProfileBody } from './profile-body.tsx'
import { ProfileVersions } from './profile-versions.tsx'
import { useProfile } from './use-profile.ts'

/** What is known and judged of one child and one adult, both sides beside each other, version by version. */
export function ProfilePage() {
  const { familyId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { pairs, nameOf } = usePairNames(familyId)
  useReadLog('family', pairs.length === 0 ? null : familyId)
  const shown = pairs.find(({ id }) => id === search.get('pair')) ?? pairs[0]
  if (shown === undefined) return <NobodyYet familyId={familyId} />
  return (
    <PairPage
      key={shown.id}
      pair={shown}
      choice={
        <NativeSelect
          label={text('assessment:profile.which')}
          data={pairs.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={shown.id}
          onChange={({ currentTarget }) =>
            setSearch({ pair: currentTarget.value }, { replace: true })
          }
        />
      }
    />
  )
}

function NobodyYet({ familyId }: { readonly familyId: string }) {
  return (
    <Page
      title={text('assessment:profile.title')}
      back={{ to: `/families/${familyId}`, label: text('kit:back') }}
    >
      <EmptyState
        title={text('assessment:profile.nobody')}
        hint={text('assessment:profile.nobodyHint')}
      />
    </Page>
  )
}

function PairPage({ pair, choice }: { readonly pair: PairEntry; readonly choice: ReactNode }) {
  const [search] = useSearchParams()
  const inHand = useProfile(pair, search.get('version'))
  const { record } = inHand
  const earlier = inHand.versions.find(({ id }) => id === search.get('compare'))
  return (
    <Page
      title={text('assessment:profile.title')}
      back={{ to: `/families/${pair.familyId}`, label: text('kit:back') }}
      marks={
        record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={pairProfile} record={record} />
          </>
        )
      }
      actions={<PageActions pair={pair} no={inHand.profile.no} />}
      wide
    >
      {choice}
      <ProfileVersions inHand={inHand} />
      {earlier === undefined ? (
        <ProfileBody key={inHand.profile.id} inHand={inHand} />
      ) : (
        <CompareView inHand={inHand} before={earlier} />
      )}
    </Page>
  )
}

function PageActions({ pair, no }: { readonly pair: PairEntry; readonly no: number }) {
  const { familyId } = pair
  return (
    <>
      <Button
        component={Link}
        to={`/assessment/families/${familyId}/goals?pair=${pair.id}`}
        variant="default"
      >
        {text('assessment:profile.toGoals')}
      </Button>
      <Button
        component={Link}
        to={`/paperwork/families/${familyId}?pair=${pair.id}&no=${no}`}
        variant="default"
        leftSection={<Icon name="print" size={18} />}
      >
        {text('assessment:profile.toPapers')}
      </Button>
    </>
  )
}
