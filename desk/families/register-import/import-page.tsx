import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type {
  RegisterImport,
  RegisterPlan,
} from '../../../core/families/register/plan-register-import.ts'
import {
  proposeMapping,
  type RegisterMapping,
} from '../../../core/families/register/propose-mapping.ts'
import type { Table } from '../../../core/kit/table.ts'
import { EmptyState, LongJob, Page, Section, text } from '../../kit/index.ts'
import { newId, useAccount, useMay, useToday } from '../../sync/index.ts'
import { useRegister } from '../use-register.ts'
import type { Book } from '../../sync/book-parse.ts'
import { ChooseFile } from './choose-file.tsx'
import { DryRunStep } from './dry-run-step.tsx'
import { MappingStep } from './mapping-step.tsx'
import { runPlan } from './run-plan.ts'
import { SaveStep } from './save-step.tsx'

type Step =
  | { readonly at: 'mapping' }
  | { readonly at: 'planning'; readonly part: number }
  | { readonly at: 'dryRun'; readonly plan: RegisterPlan }

/** A register from a spreadsheet: choose, map, try out, agree. Nothing is written before the last step. */
export function ImportPage() {
  const mayCreate = useMay('family', 'create', 'agency')
  const [book, setBook] = useState<{ readonly book: Book; readonly name: string } | null>(null)
  return (
    <Page
      title={text('families:import.title')}
      back={{ to: '/families', label: text('families:list.title') }}
      wide
    >
      {!mayCreate ? (
        <EmptyState title={text('families:import.notAllowed')} />
      ) : book === null ? (
        <ChooseFile onBook={(read, name) => setBook({ book: read, name })} />
      ) : (
        <ImportBook book={book.book} name={book.name} onAgain={() => setBook(null)} />
      )}
    </Page>
  )
}

function ImportBook({
  book,
  name,
  onAgain,
}: {
  readonly book: Book
  readonly name: string
  readonly onAgain: () => void
}) {
  const largest = book.sheets.reduce(
    (best, sheet, index) =>
      sheet.rows.length > (book.sheets[best]?.rows.length ?? 0) ? index : best,
    0,
  )
  const [index, setIndex] = useState(largest)
  const sheet = book.sheets[index]
  if (sheet === undefined) return <EmptyState title={text('families:import.empty')} />
  return (
    <>
      <Section title={name}>
        {book.sheets.length > 1 && (
          <NativeSelect
            label={text('families:import.sheet')}
            data={book.sheets.map((each, at) => ({
              value: String(at),
              label: `${each.name} (${text('families:import.rowCount', { count: each.rows.length })})`,
            }))}
            value={String(index)}
            onChange={(event) => setIndex(Number(event.currentTarget.value))}
          />
        )}
        <Text c="gray.7">{text('families:import.rowCount', { count: sheet.rows.length })}</Text>
      </Section>
      <ImportSheet key={index} table={sheet} onAgain={onAgain} />
    </>
  )
}

/** Saving looks at no other record: with 10,000 families it must not draw the register anew after every step. */
function ImportSheet({ table, onAgain }: { readonly table: Table; readonly onAgain: () => void }) {
  const [agreed, setAgreed] = useState<RegisterPlan | null>(null)
  return agreed === null ? (
    <PlanSheet table={table} onAgree={setAgreed} />
  ) : (
    <SaveStep plan={agreed} onAgain={onAgain} />
  )
}

function PlanSheet({
  table,
  onAgree,
}: {
  readonly table: Table
  readonly onAgree: (plan: RegisterPlan) => void
}) {
  const files = useRegister()
  const today = useToday()
  const { staff } = useAccount()
  const [mapping, setMapping] = useState<RegisterMapping>(() => proposeMapping(table))
  const [doubtfulCells, setDoubtful] = useState<RegisterImport['doubtfulCells']>('leaveRowOut')
  const [codePrefix, setCodePrefix] = useState('R-')
  const [step, setStep] = useState<Step>({ at: 'mapping' })
  const stop = useRef(new AbortController())
  const tryOut = async (choice: RegisterImport['doubtfulCells']) => {
    stop.current = new AbortController()
    setDoubtful(choice)
    setStep({ at: 'planning', part: 0 })
    const existing = {
      families: files.map(({ family }) => family),
      people: files.flatMap(({ people }) => people),
    }
    const work = {
      table,
      mapping,
      existing,
      today,
      staffId: staff.id,
      doubtfulCells: choice,
      codePrefix,
      newId,
    }
    const onProgress = (part: number) => setStep({ at: 'planning', part })
    const plan = await runPlan(work, onProgress, stop.current.signal)
    setStep(plan === null ? { at: 'mapping' } : { at: 'dryRun', plan })
  }
  switch (step.at) {
    case 'mapping':
      return (
        <>
          <TextInput
            label={text('families:import.codePrefix')}
            description={text('families:import.codePrefixHint')}
            maxLength={20}
            value={codePrefix}
            onChange={(event) => setCodePrefix(event.currentTarget.value)}
          />
          <MappingStep
            table={table}
            mapping={mapping}
            onChange={setMapping}
            onNext={() => void tryOut(doubtfulCells)}
          />
        </>
      )
    case 'planning':
      return (
        <LongJob
          label={text('families:import.planning')}
          part={step.part}
          onCancel={() => stop.current.abort()}
        />
      )
    case 'dryRun':
      return (
        <DryRunStep
          table={table}
          mapping={mapping}
          plan={step.plan}
          doubtfulCells={doubtfulCells}
          onDoubtful={(choice) => void tryOut(choice)}
          onBack={() => setStep({ at: 'mapping' })}
          onAgree={() => onAgree(step.plan)}
        />
      )
  }
}
