import { Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { caseFile } from '../../../core/casework/case-file.ts'
import { type CaseFile, stateOfCase } from '../../../core/casework/case-shape.ts'
import { formatDay, Icon, Section, text, UnsentMark } from '../../kit/index.ts'
import { type LocalRecord, useMay, useRecords } from '../../sync/index.ts'
import styles from '../families.module.css'
import type { FamilyFile } from '../use-register.ts'
import { useFamilyProposals } from './proposals-slot.ts'

/** The family's cases, newest first, and the way to a new one. */
export function CaseLines({ file }: { readonly file: FamilyFile }) {
  const familyId = file.family.id
  const cases = useRecords(caseFile, { familyId })
  // Nothing new is begun in a file that is put away: it is taken out again first.
  const archived = file.family.state === 'archived'
  const may = useMay('caseFile', 'create', `family:${familyId}`) && !archived
  const Proposals = useFamilyProposals()
  if (cases.length === 0 && !may) return null
  const ordered = cases.toSorted((left, right) => right.openedOn.localeCompare(left.openedOn))
  const nameOf = (id: string | null) => file.people.find((one) => one.id === id)?.name ?? ''
  const whom = (pairId: string | null, personId: string | null) => {
    const its = file.pairs.find(({ id }) => id === pairId)
    const between = { child: nameOf(its?.childId ?? null), adult: nameOf(its?.adultId ?? null) }
    return pairId === null ? nameOf(personId) : text('assessment:profile.of', between)
  }
  return (
    <>
      {Proposals !== null && !archived && <Proposals familyId={familyId} />}
      <CaseList cases={ordered} familyId={familyId} may={may} whom={whom} />
    </>
  )
}

function CaseList({
  cases,
  familyId,
  may,
  whom,
}: {
  readonly cases: readonly LocalRecord<CaseFile>[]
  readonly familyId: string
  readonly may: boolean
  readonly whom: (pairId: string | null, personId: string | null) => string
}) {
  return (
    <Section
      title={text('casework:file.section')}
      actions={
        may && (
          <Button
            component={Link}
            to={`/casework/families/${familyId}/new`}
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
          >
            {text('casework:file.open')}
          </Button>
        )
      }
    >
      {cases.length === 0 ? (
        <Text c="gray.7">{text('casework:file.none')}</Text>
      ) : (
        <ul className={styles.cards}>
          {cases.map((its) => (
            <li key={its.id}>
              <Anchor component={Link} to={`/casework/${its.id}`}>
                {whom(its.pairId, its.personId)}
              </Anchor>{' '}
              <Text component="span" size="sm" c="gray.7">
                {`${text(`casework:state.${stateOfCase(its)}`)} · ${formatDay(its.openedOn)}`}
              </Text>{' '}
              <UnsentMark record={its} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
