import { Alert, Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  childrenOf,
  findDuplicates,
  type Duplicate,
} from '../../../core/families/find-duplicates.ts'
import {
  announce,
  DoingNote,
  Form,
  Icon,
  Loading,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAccount, useAct, useKeptDraft, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, useRegister } from '../use-register.ts'
import { AdultFields } from './adult-fields.tsx'
import { ChildFields } from './child-fields.tsx'
import { draftFamily } from './draft-family.ts'
import {
  emptyAdult,
  emptyChild,
  emptyFamily,
  type FamilyForm,
  familyFormShape,
  listUnplaced,
  nextCode,
} from './family-form.ts'

/** A new family in one form, with contact data only; everything else waits for consent. */
export function RegisterFamilyPage() {
  const files = useRegister()
  const draft = useKeptDraft(
    'registerFamily',
    emptyFamily(nextCode(files.map(({ family }) => family.code))),
    (kept) => {
      const parsed = familyFormShape.safeParse(kept)
      return parsed.success ? parsed.data : null
    },
  )
  if (draft.value === null) return <Loading />
  const startAgain = () => {
    draft.change(emptyFamily(nextCode(files.map(({ family }) => family.code))))
  }
  return (
    <Page
      title={text('families:new.title')}
      back={{ to: '/families', label: text('families:list.title') }}
    >
      <Alert color="gray" variant="light" icon={<Icon name="lock" />}>
        {text('families:new.contactOnly')}
      </Alert>
      {draft.restored && (
        <Group gap="sm">
          <Text>{text('families:new.restored')}</Text>
          <Button variant="default" size="compact-md" onClick={startAgain}>
            {text('families:new.startAgain')}
          </Button>
        </Group>
      )}
      <FamilyFormFields
        form={draft.value}
        change={draft.change}
        clear={draft.clear}
        files={files}
      />
    </Page>
  )
}

interface FieldsProps {
  readonly form: FamilyForm
  readonly change: (form: FamilyForm) => void
  readonly clear: () => Promise<void>
  readonly files: readonly FamilyFile[]
}

function changeOne<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Item>,
): Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item))
}

function FamilyFormFields({ form, change, clear, files }: FieldsProps) {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const today = useToday()
  const { staff } = useAccount()
  const [lookalikes, setLookalikes] = useState<readonly Duplicate[]>([])
  const [asked, setAsked] = useState(false)
  const unplaced = asked ? listUnplaced(form) : []
  const set = (part: Partial<FamilyForm>) => change({ ...form, ...part })
  const save = async () => {
    setAsked(true)
    if (listUnplaced(form).length > 0) return
    const found = findLookalikes(form, files)
    if (found.length > 0 && lookalikes.length === 0) return setLookalikes(found)
    const made = await doing.run(() => act(draftFamily(form, staff.id, today, lookalikes)))
    if (made === null) return
    await clear()
    announce({ words: text('families:new.saved') })
    await navigate(`/families/${form.id}`, { replace: true })
  }
  return (
    <Form onSubmit={() => void save()} label={text('families:new.title')}>
      <Section title={text('families:new.household')}>
        <div className={styles.fields}>
          <TextInput
            label={text('families:fields.village')}
            maxLength={80}
            value={form.village}
            onChange={(event) => set({ village: event.currentTarget.value })}
          />
          <TextInput
            label={text('families:fields.code')}
            description={text('families:new.codeHint')}
            required
            maxLength={40}
            value={form.code}
            onChange={(event) => set({ code: event.currentTarget.value })}
          />
        </div>
      </Section>
      <Section title={text('families:new.children')}>
        {form.children.map((child, index) => (
          <ChildFields
            key={child.id}
            child={child}
            number={index + 1}
            today={today}
            onChange={(part) => set({ children: changeOne(form.children, child.id, part) })}
            onRemove={
              form.children.length === 1
                ? null
                : () => set({ children: form.children.filter(({ id }) => id !== child.id) })
            }
          />
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => set({ children: [...form.children, emptyChild()] })}
        >
          {text('families:new.addChild')}
        </Button>
      </Section>
      <Section title={text('families:new.adults')} hint={text('families:new.adultsHint')}>
        {form.adults.map((adult) => (
          <AdultFields
            key={adult.id}
            adult={adult}
            today={today}
            asked={unplaced.includes(adult)}
            onChange={(part) => set({ adults: changeOne(form.adults, adult.id, part) })}
            onRemove={() => set({ adults: form.adults.filter(({ id }) => id !== adult.id) })}
          />
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          onClick={() => set({ adults: [...form.adults, emptyAdult('grandmother')] })}
        >
          {text('families:new.addAdult')}
        </Button>
      </Section>
      {lookalikes.length > 0 && <Lookalikes found={lookalikes} />}
      {unplaced.length > 0 && (
        <Alert role="alert" color="yellow" icon={<Icon name="warning" />}>
          {text('families:new.whereAsked', {
            names: unplaced.map(({ name }) => name.trim()).join(text('families:nameSeparator')),
          })}
        </Alert>
      )}
      <DoingNote doing={doing} />
      <StickyActions>
        <Button type="submit" loading={doing.busy}>
          {text(lookalikes.length > 0 ? 'families:new.saveAnyway' : 'families:new.save')}
        </Button>
      </StickyActions>
    </Form>
  )
}

function findLookalikes(form: FamilyForm, files: readonly FamilyFile[]): readonly Duplicate[] {
  const fresh = form.children.map(({ id, name, bornOn }) => ({
    id,
    name,
    bornOn,
    familyId: form.id,
    notSameAs: [],
  }))
  const known = childrenOf(files.flatMap(({ people }) => people))
  const families = [...files.map(({ family }) => family), { id: form.id, village: form.village }]
  const ids = new Set(fresh.map(({ id }) => id))
  return findDuplicates([...known, ...fresh], families).filter(
    ({ left, right }) => ids.has(left.id) !== ids.has(right.id),
  )
}

function Lookalikes({ found }: { readonly found: readonly Duplicate[] }) {
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<Icon name="warning" />}
      title={text('families:duplicates.maybe')}
    >
      <ul className={styles.lines}>
        {found.map(({ left, reason }) => (
          <li key={`${left.id}${reason}`}>
            <Link to={`/families/${left.familyId}`}>{left.name}</Link>{' '}
            {text(`families:duplicates.reason.${reason}`)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
