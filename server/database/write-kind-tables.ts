import { writeFileSync } from 'node:fs'
import { allKinds } from '../../core/kinds.ts'
import { writeKindMigrations } from './kind-migrations.ts'

for (const { file, text } of writeKindMigrations(allKinds))
  writeFileSync(new URL(`./migrations/${file}`, import.meta.url), text)
