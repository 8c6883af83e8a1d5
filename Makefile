.PHONY: check test demo bench soak

check test:
	./hartslag test

demo:
	./hartslag demo

bench:
	./hartslag bench

soak:
	./hartslag soak
