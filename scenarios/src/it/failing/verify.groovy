// The build failed because of the scenario, and for no other reason.
def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 1, Errors: 0, Skipped: 0')
assert log.contains('taken.yaml:6:5: validate on desktop')
assert log.contains('because: the account is there already')
assert log.contains('-Dmesh-scenario.name=scenarios/taken')
return true
