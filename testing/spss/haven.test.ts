// The file as a researcher reads it: R's haven, where R and haven are installed; elsewhere this says that it was left out.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SavVariable } from '../../core/kit/spss/sav-file.ts'
import { writeSav } from '../../core/kit/spss/write-sav.ts'

const hasHaven =
  spawnSync('Rscript', ['-e', 'quit(status = !requireNamespace("haven", quietly = TRUE))'])
    .status === 0

const variables: readonly SavVariable[] = [
  { type: 'text', name: '编号', label: '作答人编号' },
  { type: 'day', name: 'answered_on', label: '作答日期' },
  {
    type: 'number',
    name: 'child_starts_before',
    label: '前测 · 我会主动打电话',
    measure: 'ordinal',
    decimals: 0,
    valueLabels: [
      { value: 1, label: '从不' },
      { value: 5, label: '总是' },
      { value: -9, label: '未作答' },
    ],
    missing: [-9, -8],
  },
  {
    type: 'number',
    name: 'score',
    label: '总分',
    measure: 'scale',
    decimals: 2,
    valueLabels: [],
    missing: [],
  },
  { type: 'text', name: 'words', label: '' },
]
const long = '家'.repeat(500)
const rows = [
  ['Z-01-C1', '2026-02-28', 1, 3.25, long],
  ['Z-02-C1', null, -9, null, ''],
  ['Z-03-𬭎', '2024-02-29', null, -1e10, 'two  spaces'],
]

const question = `
d <- haven::read_sav(commandArgs(TRUE)[1], user_na = TRUE)
cat(names(d), sep = "|"); cat("\\n")
cat(as.character(d[["answered_on"]]), sep = "|"); cat("\\n")
cat(as.integer(d$child_starts_before), sep = "|"); cat("\\n")
cat(is.na(d$child_starts_before), sep = "|"); cat("\\n")
cat(sprintf("%.2f", d$score), sep = "|"); cat("\\n")
cat(nchar(d$words), sep = "|"); cat("\\n")
cat(attr(d$child_starts_before, "label"), names(attr(d$child_starts_before, "labels")), sep = "|"); cat("\\n")
cat(d[[1]], sep = "|"); cat("\\n")
`

test.skipIf(!hasHaven)(
  'haven reads names, days, labels, missing codes and long texts as they were written',
  () => {
    const written = writeSav({ title: '前测', madeAt: '2026-03-01T08:00:00Z', variables, rows })
    if (!written.ok) throw new Error(written.refusal.id)
    const folder = mkdtempSync(join(tmpdir(), 'kiteline-sav-'))
    try {
      const file = join(folder, 'a.sav')
      const script = join(folder, 'a.R')
      writeFileSync(file, written.value)
      writeFileSync(script, question)
      const { stdout } = spawnSync('Rscript', [script, file], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      })
      expect(stdout.split('\n')).toEqual([
        '编号|answered_on|child_starts_before|score|words',
        '2026-02-28|NA|2024-02-29',
        '1|-9|NA',
        'FALSE|TRUE|TRUE',
        '3.25|NA|-10000000000.00',
        '500|0|11',
        '前测 · 我会主动打电话|从不|总是|未作答',
        'Z-01-C1|Z-02-C1|Z-03-𬭎',
        '',
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
