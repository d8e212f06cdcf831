import { Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { formatDay, Icon, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMay, useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'
import { adultsIn, childrenIn, type FamilyFile } from '../use-register.ts'

/** Talks with people of this family, newest first, and the way to the next one. */
export function TalkLines({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const talks = useRecords(interview, { familyId })
  // Nothing new is begun in a file that is put away: it is taken out again first.
  const mayTalk =
    useMay('interview', 'create', `family:${familyId}`) && file.family.state !== 'archived'
  const names = new Map([...childrenIn(file), ...adultsIn(file)].map(({ id, name }) => [id, name]))
  if (talks.length === 0 && !mayTalk) return null
  const ordered = [...talks].sort((left, right) =>
    (right.heldOn ?? '9999').localeCompare(left.heldOn ?? '9999'),
  )
  return (
    <Section
      title={text('families:talks.title')}
      actions={
        mayTalk && (
          <Button
            component={Link}
            to={`/inquiry/interviews/new?family=${familyId}`}
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
          >
            {text('interview:list.new')}
          </Button>
        )
      }
    >
      {ordered.length === 0 ? (
        <Text c="gray.7">{text('families:talks.none')}</Text>
      ) : (
        <ul className={styles.cards}>
          {ordered.map((its) => (
            <li key={its.id}>
              <Link to={`/inquiry/interviews/${its.id}`}>
                {names.get(its.respondentId ?? '') ??
                  (its.respondentName || text(`interview:role.${its.role}`))}
              </Link>{' '}
              <Text component="span" size="sm" c="gray.7">
                {[
                  text(`interview:role.${its.role}`),
                  formatDay(its.heldOn, text('interview:planned')),
                  its.agreed === 'refused' ? text('interview:agreed.refused') : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>{' '}
              <UnsentMark record={its} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
