# 16,000 samples a second, with white noise of the given standard deviation (0 for none).
form resample
  sentence from
  sentence to
  real noise
endform
random_initializeWithSeedUnsafelyButPredictably (7)
Read from file: from$
Resample: 16000, 50
if noise > 0
  Formula: "self + randomGauss (0, noise)"
endif
Save as WAV file: to$
