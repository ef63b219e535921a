// Each scenario was a test of its own, under the name of its path.
def reports = new File(basedir, 'target/surefire-reports').listFiles().findAll { it.name.endsWith('.xml') }
def names = reports.collectMany { new groovy.xml.XmlSlurper().parse(it).testcase.collect { test -> test.@name.text() } }
println names.sort()
['scenarios/account', 'scenarios/connection/phone'].each { name ->
  assert names.count(name) == 2
}
