import { runBackup, runRestore } from './backup-commands.ts'
import { runDoctor } from './doctor-command.ts'
import { runFactorOff } from './factor-off-command.ts'
import { runImport } from './import-command.ts'
import { runKeys, runRotateMasterKey } from './key-commands.ts'
import { openHouse } from './open-house.ts'
import { runRotateKeys } from './rotate-keys-command.ts'
import type { Settings } from './settings.ts'
import { startKiteline } from './start.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const usage = `kiteline start | migrate | backup --to FILE | restore --from FILE | import FILE --login NAME [--yes] | factor-off --login NAME | doctor | stats --help
  keys [--json] | rotate-keys --all | --family NUMBER | --owner OWNER | --resume [--give-up-files N] | rotate-master-key
  --data DIR   where Kiteline keeps its data      --port N     (4600)
  --host ADDR  (127.0.0.1)                        --origin URL the public https address, behind a proxy
  --zone ZONE  (Asia/Shanghai)                    --proxies N  trusted proxies in front (0)
  --gateways HOST:PORT[,…]  SMS, webhook or mail gateways inside the house   --gateway-ca FILE  their certificate authority`

async function start(settings: Settings): Promise<number> {
  const running = await startKiteline(settings, say)
  say('')
  say(`  Kiteline 纸鸢   ${running.address}/#setup=${running.setupCode}`)
  say('')
  say(
    '  打开上面的地址。第一次使用时，地址里的一次性口令用来开设机构或打开示例村。按 Ctrl+C 停止。',
  )
  say('  Open the address above. Its one-time token is only needed the first time. Ctrl+C stops.')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await running.close()
  return 0
}

async function migrateOnly(settings: Settings): Promise<number> {
  const open = await openHouse({ ...settings, log: say })
  await open.close()
  say('The database is up to date.')
  return 0
}

/** Runs one command; answers the exit code. */
export async function runCommand(settings: Settings): Promise<number> {
  const [command = 'start'] = settings.words
  if (settings.options['help'] === true) {
    say(usage)
    return 0
  }
  switch (command) {
    case 'start':
      return start(settings)
    case 'backup':
      return runBackup(settings)
    case 'restore':
      return runRestore(settings)
    case 'import':
      return runImport(settings)
    case 'factor-off':
      return runFactorOff(settings)
    case 'keys':
      return runKeys(settings)
    case 'rotate-keys':
      return runRotateKeys(settings)
    case 'rotate-master-key':
      return runRotateMasterKey(settings)
    case 'doctor':
      return runDoctor(settings)
    case 'migrate':
      return migrateOnly(settings)
    default:
      process.stderr.write(`${usage}\n`)
      return 64
  }
}
