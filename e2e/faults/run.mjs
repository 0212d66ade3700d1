// Plants one fault after the other in a copy of the checkout and says whether the tests find it: npm run test:faults
// [-- --sound] [-- words of some faults]. With --sound the same tests are run without the fault, too, and must pass.
import { FAULTS } from './faults.mjs'
import { makeCopy, passes } from './plant.mjs'

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const sound = process.argv.includes('--sound')
const chosen = FAULTS.filter(({ name }) => words.every((word) => name.includes(word)))

makeCopy()
let missed = 0
for (const fault of chosen) {
  const verdict = judge(fault)
  if (verdict !== 'found') missed += 1
  console.log(`${verdict}: ${fault.name} (${fault.spec.join(' ')})`)
}
console.log(`${chosen.length - missed} of ${chosen.length} faults found`)
if (missed > 0 || chosen.length === 0) process.exitCode = 1

function judge(fault) {
  try {
    if (sound && !passes(fault, false)) return 'FAILS WITHOUT THE FAULT'
    return passes(fault, true) ? 'NOT FOUND' : 'found'
  } catch (error) {
    return `NOT PLANTED, ${error.message}`
  }
}
