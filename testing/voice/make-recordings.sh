#!/bin/sh
# Makes the test recordings: a synthetic speaker says short sentences. Wants espeak-ng 1.51 and praat 6.3.07 (Debian's packages).
# The figures of Praat are kept beside them: ./make-recordings.sh (in this folder).
set -e
say() { espeak-ng -v "$2" -p "$3" -s "$4" -a "$5" -w "$1.raw.wav" "$6"; praat --run resample.praat "$1.raw.wav" "recordings/$1.wav" "$7" >/dev/null; rm "$1.raw.wav"; }
say zh-hurried cmn-latn-pinyin+f2 99 260 130 'zuo4ye4 xie3wan2 le5 mei2you3' 0
say zh-flat cmn-latn-pinyin 50 150 60 'zuo4ye4 xie3wan2 le5 mei2you3' 0
say zh-warm cmn-latn-pinyin+f3 50 130 100 'zuo4ye4 xie3wan2 le5 mei2you3' 0
say zh-long cmn-latn-pinyin 65 160 100 'jin1tian1 guo4 de5 zen3me5yang4, wo3 hen3 xiang3 ni3' 0
say en-hurried en-gb+f2 70 240 140 'Have you finished your homework' 0
say en-flat en-gb 45 150 60 'Have you finished your homework' 0
say en-warm en-gb+f3 99 130 100 'How was your day, tell me about it' 0
say zh-noisy cmn-latn-pinyin+f3 50 130 100 'zuo4ye4 xie3wan2 le5 mei2you3' 0.01
for file in recordings/*.wav; do praat --run measure.praat "$file"; done > praat-6.3.07.tsv
