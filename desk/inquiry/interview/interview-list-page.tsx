import { Badge, Button, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { guideRoles } from '../../../core/inquiry/interview/guide.ts'
import { interviewRoles, type InterviewRole } from '../../../core/inquiry/interview/interview.ts'
import { EmptyState, formatDay, Icon, Page, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMayEver, useRecords } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { guideText, useOwnGuides } from './use-guides.ts'
import {
  type InterviewRecord,
  useFamilyNames,
  useInterviews,
  usePeople,
  whoText,
} from './use-interviews.ts'

const inquiryBack = { to: '/inquiry' } as const

/** Every talk within reach, what has been marked in it, and the ways to the codebook, the counts and the exchange. */
export function InterviewListPage() {
  const all = useInterviews()
  const mayCreate = useMayEver('interview', 'create')
  const [role, setRole] = useState<InterviewRole | ''>('')
  const shown = all.filter((one) => role === '' || one.role === role)
  const used = interviewRoles.filter((one) => all.some((its) => its.role === one))
  return (
    <Page
      title={text('interview:list.title')}
      back={{ ...inquiryBack, label: text('inquiry:waves.title') }}
      actions={
        mayCreate && (
          <Button component={Link} to="/inquiry/interviews/new" leftSection={<Icon name="plus" />}>
            {text('interview:list.new')}
          </Button>
        )
      }
    >
      <Ways />
      {used.length > 1 && (
        <Group gap="xs" role="group" aria-label={text('interview:list.filter')}>
          {(['', ...used] as const).map((one) => (
            <Button
              key={one}
              size="sm"
              variant={one === role ? 'filled' : 'default'}
              aria-pressed={one === role}
              onClick={() => setRole(one)}
            >
              {one === '' ? text('interview:list.all') : text(`interview:role.${one}`)}
            </Button>
          ))}
        </Group>
      )}
      {all.length === 0 ? (
        <EmptyState title={text('interview:list.none')} hint={text('interview:list.noneHint')} />
      ) : (
        <InterviewCards interviews={shown} />
      )}
    </Page>
  )
}

function Ways() {
  const own = useOwnGuides()
  return (
    <Section title={text('interview:ways.title')}>
      <Group gap="xs">
        {guideRoles.map((role) => (
          <Button
            key={role}
            component={Link}
            to={`/inquiry/guides/${role}`}
            variant="default"
            size="sm"
          >
            {text(`interview:guide.of.${role}`)}
          </Button>
        ))}
        {own.map((guide) => (
          <Button
            key={guide.code}
            component={Link}
            to={`/inquiry/guides/${guide.code}`}
            variant="default"
            size="sm"
          >
            {guideText(guide)}
          </Button>
        ))}
      </Group>
      <Group gap="xs">
        <Button component={Link} to="/inquiry/codebook" variant="default">
          {text('interview:codebook.title')}
        </Button>
        <Button component={Link} to="/inquiry/coding/matrix" variant="default">
          {text('interview:matrix.title')}
        </Button>
        <Button component={Link} to="/inquiry/coding/quotations" variant="default">
          {text('interview:quotations.title')}
        </Button>
        <Button component={Link} to="/inquiry/coding/exchange" variant="default">
          {text('interview:exchange.title')}
        </Button>
      </Group>
    </Section>
  )
}

function InterviewCards({ interviews }: { readonly interviews: readonly InterviewRecord[] }) {
  const people = usePeople()
  const familyName = useFamilyNames()
  const spans = useRecords(codedSpan)
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const { interviewId, takenBack } of spans)
      if (!takenBack) found.set(interviewId, (found.get(interviewId) ?? 0) + 1)
    return found
  }, [spans])
  return (
    <ul className={styles.cards}>
      {interviews.map((its) => (
        <li key={its.id} className={styles.card}>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Link to={`/inquiry/interviews/${its.id}`} className={styles.whole}>
              {whoText(people, its)}
            </Link>
            {its.heldOn === null && (
              <Badge variant="outline" color="gray.8" tt="none">
                {text('interview:planned')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="gray.7">
            {text('interview:list.about', { name: familyName(its.familyId) })}
          </Text>
          <Text size="sm" c="gray.7">
            {formatDay(its.heldOn, text('interview:noDay'))} · {text(`interview:how.${its.how}`)}
            {its.agreed === 'refused' ? ` · ${text('interview:agreed.refused')}` : ''}
          </Text>
          <Text size="sm" c="gray.7">
            {text('interview:list.marks', { count: counts.get(its.id) ?? 0 })}
          </Text>
          <UnsentMark record={its} />
        </li>
      ))}
    </ul>
  )
}
