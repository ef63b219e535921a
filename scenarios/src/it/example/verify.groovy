// Each scenario was a test of its own under the name of its path, in both suites.
def reports = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name.endsWith('.xml') }
def names = reports.collectMany { new groovy.xml.XmlSlurper().parse(it).testcase.collect { test -> test.@name.text() } }
assert names.count('scenarios/account') == 2
assert names.count('scenarios/connection/phone') == 2
assert names.count { it.startsWith('aPhoneJoins') } == 1
assert names.size() > 100
return true
