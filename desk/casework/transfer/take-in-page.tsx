import { Alert, Button, FileInput, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import {
  DoingNote,
  Facts,
  Form,
  Page,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { callServer, useMayEver, useOnline, useSendSoon } from '../../sync/index.ts'
import { labelOf } from './transfer-parts.tsx'
import styles from '../casework.module.css'

const lookShape = z.object({
  comes: z.object({
    agencyName: z.string(),
    agencyPhone: z.string(),
    worker: z.string(),
    workerPhone: z.string(),
    what: z.enum(['wholeCase', 'service']),
    reason: z.string(),
    problem: z.string(),
    expectation: z.string(),
    purpose: z.string(),
    people: z.array(
      z.object({ key: z.string(), name: z.string(), role: z.string(), phone: z.string() }),
    ),
  }),
  titles: z.array(z.string()),
  duplicates: z.array(z.object({ name: z.string(), code: z.string().nullable() })),
  takenAs: z.uuid().nullable(),
})
type Looked = z.infer<typeof lookShape>

type By =
  | { readonly kind: 'link'; readonly address: string; readonly code: string }
  | { readonly kind: 'file'; readonly bytes: string; readonly passphrase: string }

/** Another agency's case: looked at first, and only then a family of our own. */
export function TakeInPage() {
  const [found, setFound] = useState<{ readonly by: By; readonly looked: Looked } | null>(null)
  const may = useMayEver('family', 'create')
  return (
    <Page
      title={text('transfer:take.title')}
      back={{ to: '/casework/transfers', label: text('transfer:listTitle') }}
    >
      <p className={styles.words}>{text('transfer:take.intro')}</p>
      {may && <LookForm onFound={setFound} />}
      {found !== null && <WhatComes by={found.by} looked={found.looked} />}
    </Page>
  )
}

function LookForm({
  onFound,
}: {
  readonly onFound: (found: { readonly by: By; readonly looked: Looked } | null) => void
}) {
  const doing = useDoing()
  const online = useOnline()
  const [kind, setKind] = useState<By['kind']>('link')
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const look = async () => {
    onFound(null)
    const by: By =
      kind === 'link'
        ? { kind, address, code }
        : { kind, bytes: file === null ? '' : await readBase64(file), passphrase }
    const looked = await doing.run(() => callServer('/api/transfers/look', { by }, lookShape))
    if (looked !== null) onFound({ by, looked })
  }
  return (
    <Form onSubmit={() => void look().catch(reportError)} label={text('transfer:take.look')}>
      <SegmentedChoice
        label={text('transfer:take.by')}
        options={[
          { value: 'link', label: text('transfer:take.byLink') },
          { value: 'file', label: text('transfer:take.byFile') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <div className={styles.fields}>
        {kind === 'link' ? (
          <>
            <TextInput
              label={text('transfer:take.address')}
              required
              value={address}
              onChange={({ currentTarget }) => setAddress(currentTarget.value)}
            />
            <TextInput
              label={text('transfer:take.code')}
              inputMode="numeric"
              required
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
          </>
        ) : (
          <>
            <FileInput
              label={text('transfer:take.file')}
              accept=".kiteline"
              required
              value={file}
              onChange={setFile}
            />
            <TextInput
              label={text('transfer:take.passphrase')}
              autoComplete="off"
              required
              value={passphrase}
              onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
            />
          </>
        )}
      </div>
      {!online && <p className={styles.fine}>{text('transfer:offline')}</p>}
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy} disabled={!online}>
          {text('transfer:take.look')}
        </Button>
      </Group>
    </Form>
  )
}

async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** A dry run: nothing of it is kept until somebody takes it in. */
function WhatComes({ by, looked }: { readonly by: By; readonly looked: Looked }) {
  const { comes, titles, duplicates, takenAs } = looked
  return (
    <Section
      title={text('transfer:take.from', {
        ...{
          agency: comes.agencyName,
          worker: comes.worker,
          phone: comes.agencyPhone || comes.workerPhone,
        },
      })}
    >
      <Facts
        rows={[
          { label: labelOf('what'), value: text(`transfer:what.${comes.what}`) },
          ...(['reason', 'problem', 'expectation', 'purpose'] as const).map((field) => ({
            label: labelOf(field),
            value: comes[field],
          })),
          {
            label: text('transfer:take.comes'),
            value: comes.people
              .map(({ name, role, phone }) =>
                [name, text(`families:role.${role}`), phone]
                  .filter((part) => part !== '')
                  .join(' '),
              )
              .join(text('families:nameSeparator')),
          },
          {
            label: text('transfer:take.waits'),
            value: titles.join(text('families:nameSeparator')),
          },
        ]}
      />
      <p className={styles.words}>{text('transfer:take.consents')}</p>
      {duplicates.length > 0 && (
        <Alert color="yellow" variant="light" title={text('transfer:take.duplicates')}>
          {duplicates
            .map(({ name, code }) => `${name}${code === null ? '' : ` ${code}`}`)
            .join(', ')}
        </Alert>
      )}
      {takenAs !== null ? (
        <p className={styles.words}>{text('transfer:take.already')}</p>
      ) : comes.people.length === 0 ? (
        <p className={styles.words}>{text('transfer:take.nobody')}</p>
      ) : (
        <TakeForm by={by} />
      )}
    </Section>
  )
}

const takenShape = z.object({ familyId: z.uuid() })

function TakeForm({ by }: { readonly by: By }) {
  const doing = useDoing()
  const navigate = useNavigate()
  const sendSoon = useSendSoon()
  const [own, setOwn] = useState({ code: '', village: '', township: '' })
  const take = async () => {
    const taken = await doing.run(() =>
      callServer('/api/transfers/take-in', { by, ...own }, takenShape),
    )
    if (taken === null) return
    sendSoon()
    await navigate(`/families/${taken.familyId}`)
  }
  const fields = [
    ['code', text('transfer:take.familyCode')],
    ['village', text('transfer:take.village')],
    ['township', text('transfer:take.township')],
  ] as const
  return (
    <Form onSubmit={() => void take().catch(reportError)} label={text('transfer:take.takeIn')}>
      <div className={styles.fields}>
        {fields.map(([name, label]) => (
          <TextInput
            key={name}
            label={label}
            required={name === 'code'}
            maxLength={name === 'code' ? 40 : 80}
            value={own[name]}
            onChange={({ currentTarget }) => setOwn({ ...own, [name]: currentTarget.value })}
          />
        ))}
      </div>
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy}>
          {text('transfer:take.takeIn')}
        </Button>
      </Group>
    </Form>
  )
}
