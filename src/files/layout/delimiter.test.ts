import { describe, expect, it } from 'vitest'
import { sniffDelimiter } from './delimiter.ts'

describe('sniffDelimiter', () => {
  it.each([
    ['commas', 'id,review,stars\n1,ok,5\n2,bad,1\n', ','],
    ['semicolons', 'id;review;price\n1;good, but slow;1,50\n2;bad, bad, bad;2,75\n', ';'],
    ['tabs', 'id\treview\n1\tgood, fast\n2\tbad; slow\n', '\t'],
    ['bars', 'id|review\n1|good, fast\n2|a; b\n', '|'],
    ['quoted delimiters', 'id;review\n1;"a;b;c"\n2;"d\n;e"\n', ';'],
    ['commas as many as columns in the first rows', 'id;text\n1;a, b\n2;c\n3;d\n', ';'],
    ['one column of text with commas', 'review\nGood, fast\nBad, slow, sad\nok\n', ';'],
    ['one column of text with everything', 'review\na,b\nc;d,e\nf|g,h\n', '\t'],
    ['one quoted column with commas', 'review\n"Good, fast"\n"Bad, slow"\n', ','],
    ['a comma in the header of one column', 'Review, as written\nGood\nBad\nFine, really\n', ';'],
    ['ragged rows', 'a,b,c\n1,2\n1,2,3,4\n', ','],
    ['text with commas that lacks its quotes', 'id,review\n1,a, b, c\n2,d, e\n3,f\n4,g, h\n', ','],
    ['a header alone', 'id;review', ';'],
    ['empty lines between', 'id;review\n\n1;a, b\n\n', ';'],
    ['nothing', '', ','],
  ])('%s', (_name, head, expected) => {
    expect(sniffDelimiter(head, '\n', true).delimiter).toBe(expected)
  })

  it('ignores a record that the block cuts off', () => {
    expect(sniffDelimiter('id;review\n1;ok\n2;ok\n3;"cut, of', '\n', false).delimiter).toBe(';')
  })
})
