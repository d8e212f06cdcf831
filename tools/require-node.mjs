// Imported first: an old Node must hear a sentence, not a stack trace.
import { say } from './say.mjs'

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  say({
    en: `Kiteline needs Node 20 or newer; this is Node ${process.versions.node}. Install the current LTS version of Node.js and run the same command again.`,
    zh: `纸鸢需要 Node 20 或更新的版本；这台电脑上是 Node ${process.versions.node}。请安装 Node.js 的当前长期支持版（LTS），再运行同一条命令。`,
  })
  process.exit(1)
}
