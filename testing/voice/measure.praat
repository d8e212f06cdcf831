# One line per figure: recording, what, seconds, value. Pitch by autocorrelation with 75–500 Hz and the standard costs.
form measure
  sentence file
endform
sound = Read from file: file$
name$ = selected$ ("Sound")
rms = Get root-mean-square: 0, 0
appendInfoLine: name$, tab$, "rms", tab$, 0, tab$, fixed$ (rms, 8)
pitch = To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500
for share from 1 to 9
  value = Get quantile: 0, 0, share / 10, "Hertz"
  appendInfoLine: name$, tab$, "quantile", tab$, share / 10, tab$, fixed$ (value, 4)
endfor
count = Get number of frames
for frame to count
  time = Get time from frame number: frame
  value = Get value in frame: frame, "Hertz"
  if value = undefined
    value = 0
  endif
  appendInfoLine: name$, tab$, "pitch", tab$, fixed$ (time, 6), tab$, fixed$ (value, 3)
endfor
selectObject: sound
To Intensity: 50, 0.01, "yes"
count = Get number of frames
for frame to count
  time = Get time from frame number: frame
  value = Get value in frame: frame
  appendInfoLine: name$, tab$, "intensity", tab$, fixed$ (time, 6), tab$, fixed$ (value, 3)
endfor
