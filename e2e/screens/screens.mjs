// Screenshots of two builds compared to the pixel: npm run screens -- --before=/path/to/another/checkout
// [--after=/path/to/a/third], both on the stubbed session. Fails when a picture differs.
// Pictures lie in bench-results/screens/{before,after,difference}.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { launch } from '../bench/browser.mjs'
import { difference } from './difference.mjs'
import { takePictures } from './pictures.mjs'
import { stubBuild } from './stubBuild.mjs'

const OUT = 'bench-results/screens'
/** What is drawn again is drawn as the first time: whole, by one thread, without the shortcuts of one processor. */
const STEADY_FLAGS = ['--disable-partial-raster', '--num-raster-threads=1', '--disable-skia-runtime-opts']

const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
const before = option('before')
const after = option('after') ?? join(import.meta.dirname, '../..')
if (before === undefined) {
  console.error('Name the checkout to compare with: npm run screens -- --before=/path/to/another/checkout')
  process.exit(2)
}

const browser = await launch(STEADY_FLAGS)
try {
  const taken = {}
  for (const [name, checkout] of Object.entries({ before, after })) {
    console.error(`${name}: ${checkout}`)
    taken[name] = await takePictures(browser, stubBuild(resolve(checkout)))
  }
  await rm(OUT, { recursive: true, force: true })
  const differing = await compare(taken.before, taken.after)
  console.log(`${taken.after.size} pictures, ${differing} differ`)
  if (differing > 0) process.exitCode = 1
} finally {
  await browser.close()
}

/** Writes all pictures, prints those that differ and resolves to their number. */
async function compare(pictures, others) {
  const page = await browser.newPage()
  let differing = 0
  for (const [name, picture] of pictures) {
    const other = others.get(name)
    await write('before', name, picture)
    await write('after', name, other)
    // Equal bytes are equal pixels; the other way round the pixels decide.
    const found = picture.equals(other) ? { pixels: 0 } : await difference(page, picture, other)
    if (found.pixels === 0) continue
    differing += 1
    await write('difference', name, found.picture)
    console.log(`${name}: ${found.pixels} pixels differ (${join(OUT, 'difference', name)}.png)`)
  }
  return differing
}

async function write(folder, name, bytes) {
  await mkdir(join(OUT, folder), { recursive: true })
  await writeFile(join(OUT, folder, `${name}.png`), bytes)
}
