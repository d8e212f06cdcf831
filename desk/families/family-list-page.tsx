import { Badge, Button, Group, Text, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { isAwayOn } from '../../core/families/migration.ts'
import { compareNames, EmptyState, Icon, Page, text } from '../kit/index.ts'
import { useActor, useMayEver, useToday } from '../sync/index.ts'
import { ConsentBadge } from './consent/consent-badge.tsx'
import { describeAge } from './describe-person.ts'
import styles from './families.module.css'
import {
  describeFamilies,
  type FamilyLine,
  type FilterName,
  filterNames,
  searchFamilies,
} from './find-families.ts'
import { adultsIn, childrenIn, useRegister } from './use-register.ts'

const shownAtOnce = 60

/** Every family of this person's reach; any child is found by typing part of a name, a village or a number. */
export function FamilyListPage() {
  const files = useRegister()
  const reads = useMayEver('family', 'read')
  const mayRegister = useMayEver('family', 'create')
  const today = useToday()
  const [asked, setAsked] = useState('')
  const [filters, setFilters] = useState<ReadonlySet<FilterName>>(new Set())
  const [shown, setShown] = useState(shownAtOnce)
  const lines = useMemo(
    () =>
      describeFamilies(files, today).sort((left, right) =>
        compareNames(left.file.family.code, right.file.family.code),
      ),
    [files, today],
  )
  const found = searchFamilies(lines, useDeferredValue(asked), filters)
  const toggle = (name: FilterName) => {
    const next = new Set(filters)
    if (!next.delete(name)) next.add(name)
    setFilters(next)
  }
  const emptyRegister = mayRegister ? 'families:list.emptyHint' : 'families:list.emptyReader'
  const emptyHint = reads ? emptyRegister : 'families:list.notYoursHint'
  return (
    <Page title={text('families:list.title')} actions={<ListActions reads={reads} />}>
      {lines.length > 0 && (
        <>
          <TextInput
            label={text('families:list.search')}
            placeholder={text('families:list.searchHint')}
            leftSection={<Icon name="search" />}
            type="search"
            size="md"
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
          />
          <fieldset className={styles.chips} style={{ border: 0, padding: 0, margin: 0 }}>
            <legend
              className="visually-hidden"
              style={{ position: 'absolute', clipPath: 'inset(50%)' }}
            >
              {text('families:list.filters')}
            </legend>
            {filterNames.map((name) => (
              <button
                key={name}
                type="button"
                className={styles.chip}
                aria-pressed={filters.has(name)}
                onClick={() => toggle(name)}
              >
                {text(`families:filter.${name}`)}{' '}
                {text('families:filter.families', {
                  count: lines.filter(({ marks }) => marks.has(name)).length,
                })}
              </button>
            ))}
          </fieldset>
          <Text role="status" c="gray.7">
            {text('families:list.found', { count: found.length, all: lines.length })}
          </Text>
        </>
      )}
      {lines.length === 0 && (
        <EmptyState
          title={text(reads ? 'families:list.empty' : 'families:list.notYours')}
          hint={text(emptyHint)}
        />
      )}
      <ul className={styles.two}>
        {found.slice(0, shown).map((line) => (
          <FamilyCard key={line.file.family.id} line={line} today={today} />
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
          {text('families:list.more', { count: found.length - shown })}
        </Button>
      )}
    </Page>
  )
}

/** Only what this person's roles can do. */
function ListActions({ reads }: { readonly reads: boolean }) {
  const { roles } = useActor()
  const mayRegister = useMayEver('family', 'create')
  return (
    <>
      {mayRegister && (
        <Button component={Link} to="/families/new" leftSection={<Icon name="plus" />}>
          {text('families:list.new')}
        </Button>
      )}
      {mayEver(roles, actionPolicy.importRegister) && (
        <Button component={Link} to="/families/import" variant="default">
          {text('families:list.import')}
        </Button>
      )}
      {reads && (
        <Button component={Link} to="/families/duplicates" variant="default">
          {text('families:list.duplicates')}
        </Button>
      )}
      {mayEver(roles, actionPolicy.manageRetention) && (
        <Button component={Link} to="/families/retention" variant="default">
          {text('families:list.retention')}
        </Button>
      )}
    </>
  )
}

function FamilyCard({ line, today }: { readonly line: FamilyLine; readonly today: string }) {
  const { file } = line
  const away = adultsIn(file).filter(({ id }) =>
    file.migrations.some((stay) => stay.personId === id && isAwayOn(stay, today)),
  )
  return (
    <li className={styles.card}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          {childrenIn(file).map((child, index) => (
            <div key={child.id}>
              {index === 0 ? (
                <Link to={`/families/${file.family.id}`} className={styles.whole}>
                  {child.name}
                </Link>
              ) : (
                <Text component="span" fw={600}>
                  {child.name}
                </Text>
              )}{' '}
              <Text component="span" c="gray.7" size="sm">
                {describeAge(child, today)}
              </Text>
            </div>
          ))}
          {childrenIn(file).length === 0 && (
            <Link to={`/families/${file.family.id}`} className={styles.whole}>
              {text('families:list.noChild')}
            </Link>
          )}
        </div>
        <Text c="gray.7" size="sm" ta="right">
          {file.family.code}
          <br />
          {file.family.village}
        </Text>
      </Group>
      {away.length > 0 && (
        <Text size="sm" mt={4}>
          {text('families:list.away', {
            names: away.map(({ name }) => name).join(text('families:nameSeparator')),
          })}
        </Text>
      )}
      <Group gap={6} mt={6}>
        {childrenIn(file)
          .slice(0, 1)
          .map((child) => (
            <ConsentBadge key={child.id} file={file} childId={child.id} purpose="service" />
          ))}
        {line.marks.has('prompts') && (
          <Badge
            color="kite"
            variant="filled"
            tt="none"
            leftSection={<Icon name="warning" size={12} />}
          >
            {text('families:filter.prompts')}
          </Badge>
        )}
        {line.conflicts && (
          <Badge color="kite" variant="light" tt="none">
            {text('families:list.conflicts')}
          </Badge>
        )}
        {line.unsent && (
          <Badge color="gray.7" variant="outline" tt="none">
            {text('sync:unsent')}
          </Badge>
        )}
      </Group>
    </li>
  )
}
