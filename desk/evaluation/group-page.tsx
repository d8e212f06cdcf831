import { Anchor, Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { chooseWaves } from '../../core/evaluation/choose-waves.ts'
import {
  defaultOptions,
  evaluateChange,
  type ChangeOptions,
} from '../../core/evaluation/evaluate-change.ts'
import type { GroupRecords } from '../../core/evaluation/evaluation-records.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { EmptyState, Page, Section, text } from '../kit/index.ts'
import { FrozenNote } from '../kit/frozen-note.tsx'
import { useReadLog, useRecord, useRecords } from '../sync/index.ts'
import { AfterOnlySection } from './after-only-section.tsx'
import { HeatSection } from './heat-section.tsx'
import { MirrorSection } from './mirror-section.tsx'
import { OptionFields } from './option-fields.tsx'
import { Overview } from './overview.tsx'
import { ScaleSection } from './scale-section.tsx'
import { useGroupRecords } from './use-group-records.ts'
import { Warnings } from './warnings.tsx'

/** How did our group change? A picture first, one sentence, then the figures, then method and data. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const group = useRecord(supportGroup, groupId)
  const waves = useRecords(wave, { groupId })
  const chosen = useMemo(() => chooseWaves(waves), [waves])
  const records = useGroupRecords(groupId, chosen)
  useReadLog('supportGroup', groupId)
  const back = { to: '/evaluation/groups', label: text('evaluation:question.group') }
  if (group === null)
    return (
      <Page title={text('evaluation:home.title')} back={back}>
        <EmptyState title={text('evaluation:group.notHere')} />
      </Page>
    )
  return (
    <Page
      title={group.title}
      back={back}
      wide
      actions={
        chosen !== null && (
          <Button component={Link} to={`/paperwork/groups/${groupId}`}>
            {text('evaluation:group.toReport')}
          </Button>
        )
      }
    >
      <FrozenNote count={group.frozenFamilies} />
      {records === null ? (
        <NotYet groupId={groupId} />
      ) : (
        <Answer groupId={groupId} title={group.title} records={records} />
      )}
    </Page>
  )
}

function NotYet({ groupId }: { readonly groupId: string }) {
  return (
    <EmptyState
      title={text('evaluation:group.notTwo')}
      hint={text('evaluation:group.notTwoHint')}
      action={
        <Button component={Link} to={`/groupwork/groups/${groupId}`} variant="default">
          {text('evaluation:group.toGroup')}
        </Button>
      }
    />
  )
}

function Answer({
  groupId,
  title,
  records,
}: {
  readonly groupId: string
  readonly title: string
  readonly records: GroupRecords
}) {
  const [options, setOptions] = useState<ChangeOptions>(defaultOptions)
  const [named, setNamed] = useState(false)
  const change = useMemo(() => evaluateChange(records, options), [records, options])
  const measured = change.scales.filter(
    ({ completeness }) => completeness.before + completeness.after > 0,
  )
  return (
    <>
      <OptionFields options={options} onChange={setOptions} named={named} onNamed={setNamed} />
      <Warnings warnings={change.warnings} />
      {measured.length === 0 && (
        <EmptyState
          title={text('evaluation:group.nobody')}
          hint={text('evaluation:group.nobodyHint')}
        />
      )}
      {measured.length > 0 && <HeatSection group={title} scales={measured} />}
      {measured.length > 0 && <Overview group={title} scales={measured} />}
      {measured.map((scale, index) => (
        <ScaleSection key={scale.id} scale={scale} named={named} openFirst={index === 0} />
      ))}
      {change.mirrors.length > 0 && (
        <Section title={text('evaluation:mirror.title')} hint={text('evaluation:mirror.hint')}>
          <Anchor
            underline="always"
            component={Link}
            to={`/evaluation/both-sides?group=${groupId}`}
          >
            {text('evaluation:question.bothSides')}
          </Anchor>
          {change.mirrors.map((mirror) => (
            <MirrorSection
              key={mirror.childInstrumentId + mirror.adultInstrumentId}
              group={title}
              mirror={mirror}
            />
          ))}
        </Section>
      )}
      <AfterOnlySection records={records} />
    </>
  )
}
