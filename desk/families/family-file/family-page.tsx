import { Alert, Badge, Button, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { stateOfPlan } from '../../../core/assessment/plan/plan-state.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { family } from '../../../core/families/family.ts'
import { consentState, holdsServiceConsent } from '../../../core/families/consent-state.ts'
import {
  ConflictMark,
  EmptyState,
  Facts,
  formatDay,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { useMay, useReadLog, useRecords, useToday } from '../../sync/index.ts'
import { ContactLog } from '../contact-log/contact-log.tsx'
import { KeptAwaySection } from '../kept-away/kept-away-section.tsx'
import { KeptOutSection } from '../kept-away/kept-out-section.tsx'
import { PromptsSection } from '../kept-away/prompts-section.tsx'
import styles from '../families.module.css'
import { EraseSection } from '../retention/erase-section.tsx'
import { FreezeSection } from '../retention/freeze-section.tsx'
import { RightsSection } from '../rights/rights-section.tsx'
import { adultsIn, childrenIn, type FamilyFile, useFamilyFile } from '../use-register.ts'
import { AdultCard } from './adult-card.tsx'
import { CaseLines } from './case-lines.tsx'
import { ChildCard } from './child-card.tsx'
import { ArchiveSection } from './archive-section.tsx'
import { GroupLines } from './group-lines.tsx'
import { HistorySection } from './history-section.tsx'
import { SentNotices } from './sent-notices.tsx'
import { StaffSection } from './staff-section.tsx'
import { ReceivedSection } from './received-section.tsx'
import { TalkLines } from './talk-lines.tsx'

export function FamilyPage() {
  const { familyId = '' } = useParams()
  const file = useFamilyFile(familyId)
  useReadLog('family', file === null ? null : familyId)
  const back = { to: '/families', label: text('families:list.title') }
  if (file === null)
    return (
      <Page title={text('families:file.missing')} back={back}>
        <EmptyState
          title={text('families:file.missing')}
          hint={text('families:file.missingHint')}
        />
      </Page>
    )
  return (
    <Page
      title={titleOf(file)}
      back={back}
      marks={
        <>
          {file.family.state === 'archived' && (
            <Badge variant="outline" color="gray.8" tt="none">
              {text('families:retention.archivedMark')}
            </Badge>
          )}
          <UnsentMark record={file.family} />
          <ConflictMark kind={family} record={file.family} />
        </>
      }
      actions={<FileActions familyId={familyId} archived={file.family.state === 'archived'} />}
    >
      <FileSections file={file} />
    </Page>
  )
}

export function titleOf(file: FamilyFile): string {
  const names = childrenIn(file).map(({ name }) => name)
  return names.length === 0 ? file.family.code : names.join(text('families:nameSeparator'))
}

function FileActions({
  familyId,
  archived,
}: {
  readonly familyId: string
  readonly archived: boolean
}) {
  const mayEdit = useMay('family', 'edit', `family:${familyId}`)
  const [plan] = useRecords(servicePlan, { familyId }).toSorted(
    (left, right) => right.begunOn.localeCompare(left.begunOn) || right.version - left.version,
  )
  return (
    <>
      <Button component={Link} to={`/assessment/families/${familyId}/drawing`} variant="default">
        {text('assessment:drawing.title')}
      </Button>
      <Button component={Link} to={`/assessment/families/${familyId}/profile`} variant="default">
        {text('assessment:profile.title')}
      </Button>
      <Button component={Link} to={`/assessment/families/${familyId}/goals`} variant="default">
        {text('goals:title')}
      </Button>
      <Button component={Link} to={`/assessment/families/${familyId}/plan`} variant="default">
        {text('goals:plan.title')}
        {plan !== undefined && ` · ${text(`goals:plan.state.${stateOfPlan(plan)}`)}`}
      </Button>
      <Button component={Link} to={`/paperwork/families/${familyId}`} variant="default">
        {text('paperwork:family.open')}
      </Button>
      <Button component={Link} to={`/inquiry/observation?family=${familyId}`} variant="default">
        {text('observation:list.title')}
      </Button>
      {mayEdit && !archived && <EditActions />}
    </>
  )
}

function EditActions() {
  return (
    <>
      <Button component={Link} to="people/new" leftSection={<Icon name="plus" />} variant="default">
        {text('families:file.addPerson')}
      </Button>
      <Button component={Link} to="edit" variant="default">
        {text('families:file.edit')}
      </Button>
    </>
  )
}

function FileSections({ file }: { readonly file: FamilyFile }) {
  const today = useToday()
  const consented = holdsServiceConsent(file.consents, today)
  const firstChild = childrenIn(file)[0]
  const word =
    firstChild === undefined ? null : consentState(file.consents, firstChild.id, 'service', today)
  const withdrawnOn = word?.state === 'withdrawn' ? (word.decision?.withdrawnOn ?? null) : null
  return (
    <>
      {!consented && firstChild !== undefined && (
        <Alert
          color="gray"
          variant="light"
          icon={<Icon name="lock" />}
          title={text('families:file.contactOnlyTitle')}
        >
          <Text mb="xs">
            {withdrawnOn === null
              ? text('families:file.contactOnly')
              : text('families:file.withdrawn', { day: formatDay(withdrawnOn) })}
          </Text>
          <Button
            component={Link}
            to={`consent/${firstChild.id}`}
            variant={withdrawnOn === null ? 'filled' : 'default'}
          >
            {text('families:file.askConsent')}
          </Button>
        </Alert>
      )}
      <Section title={text('families:file.children')}>
        <ul className={styles.two}>
          {childrenIn(file).map((child) => (
            <ChildCard key={child.id} file={file} child={child} />
          ))}
        </ul>
      </Section>
      <Section title={text('families:file.adults')}>
        <ul className={styles.two}>
          {adultsIn(file).map((adult) => (
            <AdultCard key={adult.id} file={file} adult={adult} />
          ))}
        </ul>
      </Section>
      <PromptsSection file={file} />
      <ContactLog file={file} />
      <ReceivedSection familyId={file.family.id} />
      <SentNotices file={file} />
      {consented && <CaseLines file={file} />}
      <GroupLines familyId={file.family.id} />
      {consented && <TalkLines file={file} />}
      <Section title={text('families:file.household')}>
        <Facts
          rows={[
            { label: text('families:fields.code'), value: file.family.code },
            { label: text('families:fields.village'), value: file.family.village },
            { label: text('families:fields.township'), value: file.family.township },
            {
              label: text('families:fields.registeredOn'),
              value: formatDay(file.family.registeredOn),
            },
            {
              label: text('families:fields.incomeSources'),
              value: file.family.incomeSources
                .map((source) => text(`families:income.${source}`))
                .join(text('families:nameSeparator')),
            },
            {
              label: text('families:fields.aid'),
              value: file.family.aid
                .map((kind) => text(`families:aid.${kind}`))
                .join(text('families:nameSeparator')),
            },
            { label: text('families:fields.notes'), value: file.family.notes },
          ].filter(({ value }) => value !== '')}
        />
      </Section>
      <StaffSection file={file} />
      <RightsSection file={file} />
      <KeptOutSection file={file} />
      <KeptAwaySection file={file} />
      <HistorySection file={file} />
      <ArchiveSection file={file} />
      <FreezeSection file={file} />
      <EraseSection file={file} />
    </>
  )
}
